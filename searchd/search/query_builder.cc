#include "searchd/search/query_builder.h"

#include <algorithm>
#include <map>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/ranking.h"
#include "searchd/search/recency_source.h"

namespace vankien {
namespace {

using Xapian::Query;
using Queries = std::vector<Query>;

// The same weight for every document that has the term: boolean terms have no weight of their own.
Query constant(const std::string& term, double weight) {
  return Query(Query::OP_FILTER, Query((new Xapian::FixedWeightPostingSource(weight))->release()),
               Query(term));
}

// Not Query::MatchAll: that is one object for the whole process, and its count of users is not made for threads.
Query everything() { return Query(std::string()); }

Query scaled(const Query& query, double factor) { return Query(Query::OP_SCALE_WEIGHT, query, factor); }

Query all_of(const Queries& queries) { return Query(Query::OP_AND, queries.begin(), queries.end()); }
Query any_of(const Queries& queries) { return Query(Query::OP_OR, queries.begin(), queries.end()); }

// Several terms that stand for one word: counted as one, or the rarest form would outweigh the likely one.
Query one_of(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

class Builder {
 public:
  Builder(const View& view, const SearchFields& fields)
      : view_(view), database_(view.database), fields_(fields) {}

  BuiltQuery build(const ParsedQuery& parsed) {
    add_words(parsed.words);
    for (const auto& phrase : parsed.phrases) must_.push_back(phrase_query(phrase, true));
    for (const auto& symbol : parsed.symbols) add_symbol(symbol);
    BuiltQuery built;
    Query matching = must_.empty() ? everything() : all_of(must_);
    Queries excluded;
    for (const auto& words : parsed.excluded) excluded.push_back(phrase_query(words, false));
    if (!excluded.empty()) matching = Query(Query::OP_AND_NOT, matching, any_of(excluded));
    built.matching = matching;
    boosts_.push_back(Query((new RecencySource(view_))->release()));
    built.ranked = Query(Query::OP_AND_MAYBE, matching, any_of(boosts_));
    built.terms = std::move(terms_);
    return built;
  }

 private:
  bool title_only() const { return fields_.title && !fields_.body; }
  std::string text_prefix() const { return title_only() ? std::string(prefix::kTitle) : std::string(); }

  // What a typed word may stand for in this archive: itself, and if it has no marks, every form with marks.
  const std::vector<std::string>& forms(const std::string& word, bool open_end) {
    const auto [place, fresh] = forms_.try_emplace({word, open_end});
    auto& found = place->second;
    if (!fresh) return found;
    const std::string term = make_term("", word);
    if (database_.term_exists(term)) found.push_back(term);
    if (!has_marks(word))
      found.insert(found.end(), database_.synonyms_begin(term), database_.synonyms_end(term));
    if (found.empty() && open_end && decode_utf8(word).chars.size() >= 2) complete(term, found);
    if (found.empty()) found.push_back(term);  // matches nothing, as it should
    return found;
  }

  // A word still being typed: what begins so. Only if nothing is written just so.
  void complete(const std::string& begun, std::vector<std::string>& found) {
    auto term = database_.allterms_begin(begun);
    while (term != database_.allterms_end(begun)) {
      const std::string held = *term;
      const auto blank = held.find(' ');
      if (blank == std::string::npos) {
        found.push_back(held);
        ++term;
      } else {
        term.skip_to(held.substr(0, blank) + "!");  // past all bigrams of this word: '!' follows ' '
      }
    }
    if (has_marks(begun)) return;
    for (auto bare = database_.synonym_keys_begin(begun); bare != database_.synonym_keys_end(begun); ++bare)
      found.insert(found.end(), database_.synonyms_begin(*bare), database_.synonyms_end(*bare));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }

  static std::vector<std::string> prefixed(const std::vector<std::string>& words,
                                           std::string_view term_prefix) {
    std::vector<std::string> out;
    for (const auto& word : words) out.push_back(make_term(term_prefix, word));
    return out;
  }

  void add_words(const WordRun& run) {
    Queries words;
    for (std::size_t i = 0; i < run.words.size(); ++i) {
      const auto& found = forms(run.words[i].text, run.open_end && i + 1 == run.words.size());
      terms_.words.insert(found.begin(), found.end());
      words.push_back(one_of(prefixed(found, text_prefix())));
      if (fields_.title) boosts_.push_back(scaled(one_of(prefixed(found, prefix::kTitle)), kTitleWord));
      if (found.size() > 1 && found.front() == run.words[i].text)
        boosts_.push_back(scaled(Query(make_term(text_prefix(), run.words[i].text)), kTypedForm));
      if (i > 0 && run.adjacent[i - 1]) add_bigram(forms(run.words[i - 1].text, false), found);
    }
    if (!fields_.title && !fields_.body) words.assign(words.empty() ? 0 : 1, Query::MatchNothing);
    replace_readings(run, words);
    for (const auto& type : run.hints.types)
      boosts_.push_back(constant(make_term(prefix::kType, fold_value(type.name)), kHintedType));
    for (const auto year : run.hints.years)
      boosts_.push_back(constant(make_term(prefix::kYear, std::to_string(year)), kHintedYear));
  }

  void add_bigram(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::vector<std::string> held;
    for (const auto& a : left)
      for (const auto& b : right)
        if (auto term = make_term("", a + " " + b); database_.term_exists(term))
          held.push_back(std::move(term));
    if (held.empty()) return;
    if (fields_.body) boosts_.push_back(scaled(one_of(held), kBodyBigram));
    if (fields_.title) boosts_.push_back(scaled(one_of(prefixed(held, prefix::kTitle)), kTitleBigram));
  }

  // The words of a symbol said in words match as words, or by the symbol itself.
  void replace_readings(const WordRun& run, const Queries& words) {
    std::size_t at = 0;
    for (const auto& reading : run.readings) {
      for (; at < reading.first; ++at) must_.push_back(words[at]);
      Queries span(words.begin() + static_cast<std::ptrdiff_t>(reading.first),
                   words.begin() + static_cast<std::ptrdiff_t>(reading.last));
      Queries either = {all_of(span)};
      if (fields_.symbol) add_reading(reading.symbol, either);
      must_.push_back(any_of(either));
      at = reading.last;
    }
    for (; at < words.size(); ++at) must_.push_back(words[at]);
  }

  void add_reading(const Symbol& symbol, Queries& either) {
    if (symbol.organ.empty()) {
      const auto own =
          constant(make_term(prefix::kNumber, number_key(symbol.number, symbol.type)), kOwnNumberAndType);
      either.push_back(own);
      return;
    }
    const SymbolKeys keys = note_symbol(symbol);
    either.push_back(own_symbol(keys));
    either.push_back(mentioned_symbol(keys));
  }

  // A document with the exact key has the bare one too, so the two weights add up to the exact spelling's.
  // (OP_MAX would say it more plainly, but Xapian 1.4.22 crashes on it when several databases are open and
  // all its terms have ended.)
  static Query keyed(std::string_view term_prefix, const SymbolKeys& keys, double exact, double bare) {
    if (keys.bare == keys.exact) return constant(make_term(term_prefix, keys.exact), exact);
    return Query(Query::OP_OR, constant(make_term(term_prefix, keys.exact), exact - bare),
                 constant(make_term(term_prefix, keys.bare), bare));
  }
  static Query own_symbol(const SymbolKeys& keys) {
    return keyed(prefix::kSymbol, keys, kOwnSymbol, kOwnSymbolWithoutMarks);
  }
  static Query mentioned_symbol(const SymbolKeys& keys) {
    return keyed(prefix::kMention, keys, kMentionedSymbol, kMentionedSymbolWithoutMarks);
  }

  void add_symbol(const Symbol& symbol) {
    const SymbolKeys keys = note_symbol(symbol);
    const Query own = own_symbol(keys);
    must_.push_back(fields_.body ? Query(Query::OP_OR, own, mentioned_symbol(keys)) : own);
  }

  // For highlighting, and for the order of those that mention it.
  SymbolKeys note_symbol(const Symbol& symbol) {
    SymbolKeys keys = symbol_keys(symbol);
    terms_.symbols.insert(keys.exact);
    terms_.symbols.insert(keys.bare);
    boosts_.push_back(constant(make_term(prefix::kTitleMention, keys.bare), kSymbolInTitle));
    return keys;
  }

  // Words in this order with nothing between.
  Query phrase_query(const Tokens& phrase, bool highlight) {
    Queries parts;
    std::vector<std::unordered_set<std::string>> marked;
    for (const Token& word : phrase) {
      const auto& found = forms(word.text, false);
      marked.emplace_back(found.begin(), found.end());
      Queries options;
      for (const auto& form : found) options.emplace_back(form);
      parts.push_back(any_of(options));  // OP_SYNONYM cannot stand below OP_PHRASE
    }
    if (highlight) terms_.phrases.push_back(std::move(marked));
    if (parts.size() == 1) return parts.front();
    return Query(Query::OP_PHRASE, parts.begin(), parts.end(), static_cast<Xapian::termcount>(parts.size()));
  }

  const View& view_;
  const Xapian::Database& database_;
  const SearchFields& fields_;
  std::map<std::pair<std::string, bool>, std::vector<std::string>> forms_;
  Queries must_;
  Queries boosts_;
  QueryTerms terms_;
};

}  // namespace

BuiltQuery build_query(const ParsedQuery& parsed, const View& view, const SearchFields& fields) {
  return Builder(view, fields).build(parsed);
}

}  // namespace vankien
