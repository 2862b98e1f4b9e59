#include "searchd/search/query/query_builder.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/standing.h"
#include "searchd/search/query/phrase_query.h"
#include "searchd/search/query/query_parts.h"
#include "searchd/search/query/ranking.h"
#include "searchd/search/query/symbol_query.h"
#include "searchd/search/query/whole_query.h"
#include "searchd/search/query/word_queries.h"

namespace vankien {
namespace {

// What must hold together: a whole query, or one of several alternatives in it.
class Conjunction {
 public:
  Conjunction(const ParsedQuery& parsed, WholeQuery& whole)
      : parsed_(parsed),
        whole_(whole),
        database_(whole.view.database),
        fields_(whole.fields),
        words_(parsed, whole) {
    for (const auto& phrase : parsed_.phrases)
      if (is_new(phrase)) strict_.push_back(phrase_query(phrase, whole_.forms, &whole_.terms));
    for (const auto& symbol : parsed_.symbols) add_symbol(symbol);
    add_fields();
    for (const auto& alternatives : parsed_.either) strict_.push_back(any_that_may_relax(alternatives));
    for (const auto& words : parsed_.excluded)
      if (is_new(words, "-\"")) excluded_.push_back(phrase_query(words, whole_.forms, nullptr));
    // What must not be there is neither marked nor told.
    WholeQuery unseen{whole_.view, whole_.fields, whole_.forms, whole_.literal};
    for (const auto& alternatives : parsed_.neither) excluded_.push_back(any(alternatives, unseen));
  }

  Query matching() {
    Queries all = words_.all_words();
    if (!all.empty() && !own_.empty()) {
      // The paper itself is wanted, whether or not it has the other words; they choose among several of one symbol.
      whole_.boost(RankingPart::kWords, any_of(all));
      all = {Query(Query::Op::kOr, all_of(all), any_of(own_))};
      whole_.parts.push_back({RankingPart::kSymbol, any_of(own_)});
    }
    all.insert(all.end(), strict_.begin(), strict_.end());
    return without_excluded(all.empty() ? everything() : all_of(all));
  }

  bool may_relax() const {
    return words_.size() > 1 || (words_.size() > 0 && !strict_.empty()) || !alternatives_.queries.empty();
  }

  // Without what orders them besides: matching, and the same to be ranked.
  BuiltQuery::Relaxed relaxed() const {
    BuiltQuery::Relaxed built;
    if (!alternatives_.queries.empty())  // nothing else was asked for
      return {any_of(alternatives_.weighted), any_of(alternatives_.queries), alternatives_.weight};
    const WordQueries::Some some = words_.some_words();
    if (some.queries.empty()) return {};
    built.weight = some.weight;
    built.matching = without_excluded(beside_strict(any_of(some.weighted), 0));
    built.ranked = without_excluded(beside_strict(any_of(some.queries), 1));
    return built;
  }

 private:
  static Query any(const std::vector<ParsedQuery>& alternatives, WholeQuery& whole) {
    Queries found;
    for (const ParsedQuery& one : alternatives) found.push_back(Conjunction(one, whole).matching());
    return any_of(found);
  }

  // Alternatives of words alone, which are the whole of a query, may relax: then documents have most words of one of them.
  Query any_that_may_relax(const std::vector<ParsedQuery>& alternatives) {
    const auto of_words_alone = [](const ParsedQuery& one) {
      return one.phrases.empty() && one.symbols.empty() && one.fields.empty() &&
             one.excluded_fields.empty() && one.excluded.empty() && one.either.empty() &&
             one.neither.empty() && !one.words.words.empty();
    };
    const bool may = parsed_.words.words.empty() && parsed_.phrases.empty() && parsed_.symbols.empty() &&
                     parsed_.fields.empty() && parsed_.excluded.empty() && parsed_.excluded_fields.empty() &&
                     parsed_.neither.empty() && parsed_.either.size() == 1 &&
                     std::all_of(alternatives.begin(), alternatives.end(), of_words_alone);
    Queries found;
    for (const ParsedQuery& one : alternatives) {
      Conjunction built(one, whole_);
      found.push_back(built.matching());
      if (!may) continue;
      const WordQueries::Some some = built.words_.some_words();
      alternatives_.queries.insert(alternatives_.queries.end(), some.queries.begin(), some.queries.end());
      alternatives_.weighted.insert(alternatives_.weighted.end(), some.weighted.begin(), some.weighted.end());
      alternatives_.weight = std::max(alternatives_.weight, some.weight);
    }
    return any_of(found);
  }

  void add_symbol(const Symbol& symbol) {
    if (!seen_.insert(symbol.key()).second) return;
    const SymbolKeys keys = symbol_keys(symbol);
    // Letters of the State are symbols in a text only behind a "số"; as words they are there all the same.
    if (!database_.term_exists(make_term(prefix::kMention, keys.exact)) &&
        !database_.term_exists(make_term(prefix::kMention, keys.bare))) {
      strict_.push_back(phrase_query(analyze_words(symbol.canonical()), whole_.forms, &whole_.terms));
      return;
    }
    note_symbol(keys);
    own_.push_back(own_symbol(keys));
    strict_.push_back(fields_.body ? Query(Query::Op::kOr, own_.back(), mentioned_symbol(keys))
                                   : own_.back());
    whole_.parts.push_back({RankingPart::kSymbol, strict_.back()});
  }

  // For highlighting, and for the order of those that mention it.
  void note_symbol(const SymbolKeys& keys) {
    whole_.terms.symbols.insert(keys.exact);
    whole_.terms.symbols.insert(keys.bare);
    whole_.boost(RankingPart::kSymbol,
                 constant_weight(make_term(prefix::kTitleMention, keys.bare), kSymbolInTitle));
  }

  // What must be there must be there; beside it the words may be missing.
  Query beside_strict(const Query& words, double factor) const {
    return strict_.empty() ? words : Query(Query::Op::kAndMaybe, scaled(all_of(strict_), factor), words);
  }
  Query without_excluded(const Query& query) const {
    return excluded_.empty() ? query : Query(Query::Op::kAndNot, query, any_of(excluded_));
  }

  // What is said twice counts once, or ten thousand times one word would hold a thread for half a minute.
  bool is_new(const Tokens& phrase, std::string key = "\"") {
    for (const Token& word : phrase) key += word.text + " ";
    return seen_.insert(key).second;
  }

  void add_fields() {
    for (const FieldWord& field : parsed_.fields) {
      if (!seen_.insert(":" + field.typed).second) continue;
      whole_.understand({Understanding::How::kField, field.typed, field.meaning.as});
      strict_.push_back(field_query(field.meaning, &whole_.terms));
    }
    for (const FieldWord& field : parsed_.excluded_fields) {
      if (!seen_.insert("-:" + field.typed).second) continue;
      whole_.understand({Understanding::How::kField, "-" + field.typed, field.meaning.as});
      excluded_.push_back(field_query(field.meaning, nullptr));
    }
    for (const std::string& typed : parsed_.unknown_fields)
      whole_.understand({Understanding::How::kFieldUnknown, typed, {}});
  }

  Query field_query(const FieldMeaning& meaning, QueryTerms* marked) {
    if (meaning.symbol) {
      const SymbolKeys keys = symbol_keys(*meaning.symbol);
      if (marked != nullptr) marked->symbols.insert({keys.exact, keys.bare});
      const Query own = own_symbol(keys);
      if (marked != nullptr) whole_.parts.push_back({RankingPart::kSymbol, own});
      return own;
    }
    if (meaning.number != 0) {
      Queries any_type;
      const std::string begin = make_term(prefix::kNumber, number_key(meaning.number, ""));
      for (auto term = database_.allterms_begin(begin); term != database_.allterms_end(begin); ++term)
        any_type.emplace_back(*term);
      return any_of(any_type);
    }
    if (!meaning.title.empty()) return title_query(meaning.title, database_, whole_.forms, marked);
    return Query::condition(meaning.filter);
  }

  const ParsedQuery& parsed_;
  WholeQuery& whole_;
  const Xapian::Database& database_;
  const SearchFields& fields_;
  WordQueries words_;
  std::unordered_set<std::string> seen_;  ///< phrases, symbols and fields that were dealt with
  Queries strict_, own_, excluded_;
  WordQueries::Some alternatives_;  ///< of all of them, if they may relax
};

Query ranked(const Query& matching, const std::vector<Boost>& boosts) {
  Queries all;
  for (const Boost& one : boosts) all.push_back(one.query);
  return {Query::Op::kAndMaybe, matching, any_of(all)};
}

}  // namespace

BuiltQuery build_query(const ParsedQuery& parsed, const View& view, const SearchFields& fields,
                       bool literal) {
  FormFinder forms(view.database, literal);
  WholeQuery whole{view, fields, forms, literal};
  Conjunction all(parsed, whole);
  BuiltQuery built;
  built.matching = all.matching();
  whole.boosts.push_back({RankingPart::kRecency, Query::recency()});
  // Who names a paper by its symbol wants that one, and not another of its number that is still in force.
  if (whole.terms.symbols.empty() && !view.standing->none_ended())
    whole.boosts.push_back({RankingPart::kStatus, Query::in_force()});
  built.ranked = ranked(built.matching, whole.boosts);
  if (all.may_relax() && !literal) {
    built.relaxed = all.relaxed();
    if (built.relaxed.weight > 0) built.relaxed.ranked = ranked(built.relaxed.ranked, whole.boosts);
  }
  built.words = std::move(whole.words);
  built.parts = std::move(whole.boosts);
  built.parts.insert(built.parts.end(), whole.parts.begin(), whole.parts.end());
  built.terms = std::move(whole.terms);
  built.understood = std::move(whole.understood);
  return built;
}

}  // namespace vankien
