#include "indexer/writer/document_builder.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/definitions.h"
#include "analyzers/letters.h"
#include "analyzers/page_furniture.h"
#include "analyzers/schema/organ.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/session.h"

namespace vankien {
namespace {

constexpr unsigned kFieldGap =
    100;  // positions between fields, so that no phrase runs from one into the next

class Builder {
 public:
  explicit Builder(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void add_text(std::string_view text, bool is_title) {
    std::uint32_t last = 0;
    Tokens words;
    const std::vector<Furniture> between = find_page_furniture(text);
    auto passed = between.begin();
    std::uint32_t without_place = 0;  // words of page numbers and running heads so far
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
          while (passed != between.end() && passed->end <= token.begin) ++passed;
          if (passed != between.end() && passed->begin <= token.begin) {
            document_.add_term(make_term("", token.text));
            ++without_place;
          } else {
            document_.add_posting(make_term("", token.text), position_ + token.position - without_place);
          }
          vocabulary_.add(std::string(token.text));
          words.push_back(Token{std::string(token.text), token.begin, token.end, token.position, token.kind});
          last = token.position;
          break;
      }
      if (is_title) document_.add_term(make_term(prefix::kTitle, token.text));
    });
    add_sessions(words);
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

  // The committee's letters in symbols; by the level where the symbol has none of the Party.
  void add_own_session(const Record& record) {
    if (!record.term.empty()) document_.add_boolean_term(make_term(prefix::kTerm, fold_value(record.term)));
    // A source may say it in its own way; what is neither a number nor the congress is only kept.
    const auto plenum = parse_plenum(record.session);
    if (!plenum) return;
    Session session;
    session.organ = organ_of(record);
    session.plenum = *plenum;
    session.term = record.term;
    for (const auto& key : with_and_without_term(session)) {
      document_.add_boolean_term(make_term(prefix::kSession, key));
      document_.add_boolean_term(make_term(prefix::kSessionMention, key));
    }
  }

  void add_definitions(std::string_view text) {
    for (const Definition& definition : harvest_definitions(text)) {
      std::string expansion;
      for (const auto& word : definition.expansion) expansion += (expansion.empty() ? "" : " ") + word;
      for (const auto& term :
           {short_form_term(definition.key, expansion), expansion_term(definition.key, expansion)})
        if (!term.empty()) document_.add_boolean_term(term);
    }
  }

  void add_value(Slot slot, const std::string& value) {
    if (!value.empty()) document_.add_value(static_cast<Xapian::valueno>(slot), value);
  }

  Xapian::Document& document() { return document_; }

 private:
  void add_sessions(const Tokens& words) {
    for (const auto& reading : read_sessions({words.begin(), words.end()}))
      for (const auto& key : with_and_without_term(reading.session))
        document_.add_boolean_term(make_term(prefix::kSessionMention, key));
  }

  static std::vector<std::string> with_and_without_term(Session session) {
    std::vector<std::string> keys = {session.key()};
    // A congress has no other name than its number.
    if (session.plenum == 0 || session.term.empty()) return keys;
    session.term.clear();
    keys.push_back(session.key());
    return keys;
  }

  static std::optional<std::uint16_t> parse_plenum(const std::string& session) {
    if (fold_value(session) == fold_value("đại hội")) return 0;
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(session.data(), session.data() + session.size(), number);
    const bool whole = error == std::errc() && end == session.data() + session.size();
    return whole && number != 0 ? std::optional(number) : std::nullopt;
  }

  static std::string organ_of(const Record& record) {
    if (const auto symbol = parse_symbol(record.symbol); symbol && is_party_organ(symbol->organ))
      return symbol->organ;
    if (record.level == "tỉnh") return "TU";
    if (record.level == "huyện") return "HU";
    return record.level == "xã" ? "ĐU" : "TW";
  }

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

const std::string& source_file(const Record& record) {
  return record.source_file.empty() ? record.path : record.source_file;
}

Xapian::Document build_document(const Record& record, Vocabulary& vocabulary) {
  Builder builder(vocabulary);
  auto& document = builder.document();
  document.add_boolean_term(make_term(prefix::kId, record.id));
  document.add_boolean_term(path_term(source_file(record)));
  builder.add_text(record.title, true);
  builder.add_text(record.symbol, false);
  const std::string body = join_pages(record.pages);
  builder.add_text(body, false);
  builder.add_definitions(body);
  builder.add_own_symbol(record.symbol);
  builder.add_own_session(record);
  for (const Relation& relation : record.relations)
    for (const auto& key : relation_keys(relation))
      document.add_boolean_term(make_term(prefix::kRelation, key));
  if (!record.type.empty()) document.add_boolean_term(make_term(prefix::kType, fold_value(record.type)));
  if (record.date.size() >= 4) document.add_boolean_term(make_term(prefix::kYear, record.date.substr(0, 4)));
  builder.add_value(Slot::kType, record.type);
  builder.add_value(Slot::kIssuer, record.issuer);
  builder.add_value(Slot::kLevel, record.level);
  builder.add_value(Slot::kDate, record.date);
  builder.add_value(Slot::kTerm, record.term);
  builder.add_value(Slot::kSymbol, record.symbol);
  builder.add_value(Slot::kFormat, record.format);
  builder.add_value(Slot::kSigner, record.signer);
  builder.add_value(Slot::kUrgency, record.urgency);
  builder.add_value(Slot::kDraft, record.draft);
  std::string fields;
  for (const auto& field : record.fields)
    fields += (fields.empty() ? "" : std::string(1, kListSeparator)) + field;
  builder.add_value(Slot::kFields, fields);
  builder.add_value(Slot::kBytes, std::to_string(body.size()));
  builder.add_value(Slot::kPlace, record.place);
  builder.add_value(Slot::kScan, std::string(scan_quality(record)));
  builder.add_value(Slot::kPages, std::to_string(record.pages.size()));
  document.set_data(encode_record(record));
  return document;
}

// Prefixes are capitals, words are folded.
bool is_plain_word(const std::string& term) {
  return !term.empty() && !(term[0] >= 'A' && term[0] <= 'Z') && term.find(' ') == std::string::npos;
}

std::string path_term_of(const Xapian::Database& database, Xapian::docid id) {
  auto term = database.termlist_begin(id);
  term.skip_to(std::string(prefix::kPath));
  return term == database.termlist_end(id) ? std::string() : *term;
}

}  // namespace vankien
