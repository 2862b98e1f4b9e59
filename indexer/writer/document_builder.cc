#include "indexer/writer/document_builder.h"

#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

constexpr unsigned kFieldGap =
    100;  // positions between fields, so that no phrase runs from one into the next

class Builder {
 public:
  explicit Builder(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void add_text(std::string_view text, bool is_title) {
    std::uint32_t last = 0;
    analyze(text, [&](const TokenView& token) {
      switch (token.kind) {
        case TokenKind::kSymbol:
          mention(prefix::kMention, std::string(token.text));
          if (is_title) mention(prefix::kTitleMention, std::string(token.text));
          return;
        case TokenKind::kBigram:
          document_.add_term(make_term("", token.text));
          break;
        case TokenKind::kWord:
        case TokenKind::kNumber:
          document_.add_posting(make_term("", token.text), position_ + token.position);
          vocabulary_.add(std::string(token.text));
          last = token.position;
          break;
      }
      if (is_title) document_.add_term(make_term(prefix::kTitle, token.text));
    });
    position_ += last + kFieldGap;
  }

  void add_own_symbol(const std::string& text) {
    const auto symbol = parse_symbol(text);
    if (!symbol) return;
    const SymbolKeys keys = symbol_keys(*symbol);
    for (const auto& key : {keys.exact, keys.without_year, keys.bare, keys.bare_without_year}) {
      document_.add_boolean_term(make_term(prefix::kSymbol, key));
      document_.add_boolean_term(make_term(prefix::kMention, key));
    }
    if (!symbol->type.empty())
      document_.add_boolean_term(make_term(prefix::kNumber, number_key(symbol->number, symbol->type)));
  }

  void add_value(Slot slot, const std::string& value) {
    if (!value.empty()) document_.add_value(static_cast<Xapian::valueno>(slot), value);
  }

  Xapian::Document& document() { return document_; }

 private:
  // "30|NĐ|CP|2020" is found by what people leave out: the year, the marks, both.
  void mention(std::string_view term_prefix, const std::string& key) {
    const std::string undated = key.substr(0, key.rfind('|') + 1);
    for (const auto& spelling : {key, undated, bare_form(key), bare_form(undated)})
      document_.add_boolean_term(make_term(term_prefix, spelling));
  }

  Vocabulary& vocabulary_;
  Xapian::Document document_;
  std::uint32_t position_ = 1;
};

}  // namespace

void Vocabulary::add(const std::string& word) {
  if (!seen_.insert(word).second || !has_marks(word)) return;
  forms_[bare_form(word)].insert(word);
}

void Vocabulary::store(Xapian::WritableDatabase& database) const {
  for (const auto& [bare, forms] : forms_)
    for (const auto& form : forms) database.add_synonym(make_term("", bare), make_term("", form));
}

Xapian::Document build_document(const Record& record, Vocabulary& vocabulary) {
  Builder builder(vocabulary);
  auto& document = builder.document();
  document.add_boolean_term(make_term(prefix::kId, record.id));
  document.add_boolean_term(make_term(prefix::kPath, record.path));
  builder.add_text(record.title, true);
  builder.add_text(record.symbol, false);
  builder.add_text(join_pages(record.pages), false);
  builder.add_own_symbol(record.symbol);
  if (!record.type.empty()) document.add_boolean_term(make_term(prefix::kType, fold_value(record.type)));
  if (record.date.size() >= 4) document.add_boolean_term(make_term(prefix::kYear, record.date.substr(0, 4)));
  builder.add_value(Slot::kType, record.type);
  builder.add_value(Slot::kIssuer, record.issuer);
  builder.add_value(Slot::kLevel, record.level);
  builder.add_value(Slot::kDate, record.date);
  builder.add_value(Slot::kTerm, record.term);
  builder.add_value(Slot::kSymbol, record.symbol);
  builder.add_value(Slot::kFormat, record.format);
  document.set_data(encode_record(record));
  return document;
}

}  // namespace vankien
