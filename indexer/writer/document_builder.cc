#include "indexer/writer/document_builder.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/definitions.h"
#include "analyzers/letters.h"
#include "analyzers/page_furniture.h"
#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/own_session.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/session_finder.h"
#include "analyzers/schema/term.h"
#include "analyzers/schema/word_codes.h"

namespace vankien {
namespace {

/// What an update writes: the words it counts go into the database's vocabulary.
class XapianDocument : public DocumentSink {
 public:
  explicit XapianDocument(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void count(std::string_view term) override { ++counts_[std::string(term)]; }
  std::string_view count_word(std::string_view term, bool joined) override {
    count(term);
    const std::string_view code = vocabulary_.add(term);
    if (joined) count(bigram_of_codes(last_code_, code));
    last_code_ = code;
    return code;
  }
  void mark(std::string_view term) override { document_.add_boolean_term(std::string(term)); }
  void set_value(Slot slot, std::string_view value) override {
    document_.add_value(static_cast<Xapian::valueno>(slot), std::string(value));
  }
  void set_record(RecordText text) override { document_.set_data(pack_record(text)); }
  Xapian::Document take() {
    for (const auto& [term, times] : counts_) document_.add_term(term, times);
    return std::move(document_);
  }

 private:
  Vocabulary& vocabulary_;
  Xapian::Document document_;
  // A word that stands again is counted here: a look-up in Xapian's tree of terms costs ten comparisons of strings.
  std::unordered_map<std::string, Xapian::termcount> counts_;
  std::string_view last_code_;  // the vocabulary keeps it
};

class Builder {
 public:
  explicit Builder(DocumentSink& sink) : sink_(sink) {}

  void add_text(std::string_view text, bool is_title) {
    if (!codes_.empty()) codes_ += kFieldGap;
    SessionFinder sessions;
    std::string left;  // the code of a title's word that begins a bigram; the next word ends it
    const std::vector<Furniture> between = find_page_furniture(text);
    auto passed = between.begin();
    bool is_joined = false;
    analyze(text, [&](const TokenView& token) {
      switch (token.kind) {
        case TokenKind::kSymbol:
          mention(prefix::kMention, std::string(token.text));
          if (is_title) mention(prefix::kTitleMention, std::string(token.text));
          return;
        case TokenKind::kBigram:
          is_joined = true;
          return;
        case TokenKind::kWord:
        case TokenKind::kNumber: {
          const bool joined = std::exchange(is_joined, false);
          const std::string_view code = sink_.count_word(word_term(token.text, term_), joined);
          // Page numbers and running heads have no place among the words.
          while (passed != between.end() && passed->end <= token.begin) ++passed;
          if (passed == between.end() || passed->begin > token.begin) codes_ += code;
          sessions.see(token.text, token.kind);
          if (!is_title) return;
          const std::string bigram = joined ? bigram_of_codes(left, code) : std::string();
          left = code;
          sink_.count(make_term(prefix::kTitle, token.text, term_));
          if (joined) sink_.count(make_term(prefix::kTitle, bigram, term_));
          return;
        }
      }
    });
    for (const auto& reading : sessions.finish())
      for (const auto& key : with_and_without_term(reading.session))
        sink_.mark(make_term(prefix::kSessionMention, key));
  }

  void add_own_symbol(const std::string& text) {
    const auto symbol = parse_symbol(text);
    if (!symbol) return;
    const SymbolKeys keys = symbol_keys(*symbol);
    for (const auto& key : {keys.exact, keys.without_year, keys.bare, keys.bare_without_year}) {
      sink_.mark(make_term(prefix::kSymbol, key));
      sink_.mark(make_term(prefix::kMention, key));
    }
    if (!symbol->type.empty())
      sink_.mark(make_term(prefix::kNumber, number_key(symbol->number, symbol->type)));
  }

  void add_own_session(const Record& record) {
    if (!record.term.empty()) sink_.mark(make_term(prefix::kTerm, fold_value(record.term)));
    for (const auto& key : own_session_keys({record.symbol, record.level, record.session, record.term})) {
      sink_.mark(make_term(prefix::kSession, key));
      sink_.mark(make_term(prefix::kSessionMention, key));
    }
  }

  void add_definitions(std::string_view text) {
    for (const Definition& definition : harvest_definitions(text)) {
      std::string expansion;
      for (const auto& word : definition.expansion) expansion += (expansion.empty() ? "" : " ") + word;
      for (const auto& term :
           {short_form_term(definition.key, expansion), expansion_term(definition.key, expansion)})
        if (!term.empty()) sink_.mark(term);
    }
  }

  std::string take_codes() { return std::move(codes_); }

 private:
  // "30|NĐ|CP|2020" is found by what people leave out: the year, the marks, both.
  void mention(std::string_view term_prefix, const std::string& key) {
    const std::string undated = key.substr(0, key.rfind('|') + 1);
    for (const auto& spelling : {key, undated, bare_form(key), bare_form(undated)})
      sink_.mark(make_term(term_prefix, spelling));
  }

  DocumentSink& sink_;
  std::string term_;   // room for one
  std::string codes_;  // of all words so far
};

// `body`: its pages, joined.
std::string build_terms(const Record& record, std::string_view body, DocumentSink& sink) {
  Builder builder(sink);
  sink.mark(make_term(prefix::kId, record.id));
  sink.mark(path_term(source_file(record)));
  builder.add_text(record.title, true);
  builder.add_text(record.symbol, false);
  builder.add_text(body, false);
  builder.add_definitions(body);
  builder.add_own_symbol(record.symbol);
  builder.add_own_session(record);
  for (const Relation& relation : record.relations)
    for (const auto& key : relation_keys(relation)) sink.mark(make_term(prefix::kRelation, key));
  if (!record.type.empty()) sink.mark(make_term(prefix::kType, fold_value(record.type)));
  if (record.date.size() >= 4) sink.mark(make_term(prefix::kYear, record.date.substr(0, 4)));
  return builder.take_codes();
}

}  // namespace

std::string_view Vocabulary::add(std::string_view word) {
  if (const auto known = codes_.find(word); known != codes_.end()) return known->second;
  if (has_marks(word)) forms_[bare_form(word)].emplace(word);
  return codes_.emplace(word, word_code(make_term("", word))).first->second;
}

// Xapian writes a block anew for a synonym that is there already, and a changed document has few words that nobody else has.
void Vocabulary::store(Xapian::WritableDatabase& database) const {
  for (const auto& [bare, forms] : forms_) {
    const std::string key = make_term("", bare);
    const std::set<std::string> known(database.synonyms_begin(key), database.synonyms_end(key));
    for (const auto& form : forms)
      if (std::string word = make_term("", form); !known.contains(word)) database.add_synonym(key, word);
  }
}

const std::string& source_file(const Record& record) {
  return record.source_file.empty() ? record.path : record.source_file;
}

Xapian::Document build_document(const Record& record, Vocabulary& vocabulary) {
  XapianDocument document(vocabulary);
  build_document(record, document);
  return document.take();
}

std::string build_terms(const Record& record, DocumentSink& sink) {
  return build_terms(record, join_pages(record.pages), sink);
}

void build_document(const Record& record, DocumentSink& sink) {
  const auto add = [&](Slot slot, std::string_view value) {
    if (!value.empty()) sink.set_value(slot, value);
  };
  std::string body = join_pages(record.pages);
  const std::string codes = build_terms(record, body, sink);
  add(Slot::kType, record.type);
  add(Slot::kIssuer, record.issuer);
  add(Slot::kLevel, record.level);
  add(Slot::kDate, record.date);
  add(Slot::kTerm, record.term);
  add(Slot::kSymbol, record.symbol);
  add(Slot::kFormat, record.format);
  add(Slot::kSigner, record.signer);
  add(Slot::kUrgency, record.urgency);
  add(Slot::kDraft, record.draft);
  std::string fields;
  for (const auto& field : record.fields)
    fields += (fields.empty() ? "" : std::string(1, kListSeparator)) + field;
  add(Slot::kFields, fields);
  add(Slot::kBytes, std::to_string(body.size()));
  add(Slot::kPlace, record.place);
  add(Slot::kScan, scan_quality(record));
  add(Slot::kPages, std::to_string(record.pages.size()));
  add(Slot::kId, record.id);
  add(Slot::kSource, source_value(source_file(record), record.path));
  add(Slot::kWords, codes);
  sink.set_record(spell_record(record, std::move(body)));
}

std::string source_value(const std::string& source, const std::string& path) {
  return source == as_stored(path) ? std::string() : source;
}

// Prefixes are capitals, words are folded.
bool is_plain_word(std::string_view term) {
  return !term.empty() && !(term[0] >= 'A' && term[0] <= 'Z') && !is_bigram(term);
}

}  // namespace vankien
