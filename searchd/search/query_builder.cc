#include "searchd/search/query_builder.h"

#include <algorithm>
#include <cmath>

#include "analyzers/analyzer.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/ranking.h"
#include "searchd/search/recency_source.h"
#include "searchd/search/span_queries.h"
#include "searchd/search/symbol_query.h"
#include "searchd/search/word_forms.h"

namespace vankien {
namespace {

using Xapian::Query;
using Queries = std::vector<Query>;

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

std::vector<std::string> prefixed(const std::vector<std::string>& words, std::string_view term_prefix) {
  std::vector<std::string> out;
  for (const auto& word : words) out.push_back(make_term(term_prefix, word));
  return out;
}

Understanding::How how_of(Reading reading) {
  switch (reading) {
    case Reading::kTone:
      return Understanding::How::kTone;
    case Reading::kBegun:
      return Understanding::How::kBegun;
    default:
      return Understanding::How::kBare;
  }
}

class Builder {
 public:
  Builder(const ParsedQuery& parsed, const View& view, const SearchFields& fields)
      : parsed_(parsed), view_(view), database_(view.database), fields_(fields), forms_(view.database) {}

  BuiltQuery build() {
    add_words();
    for (const auto& phrase : parsed_.phrases) strict_.push_back(phrase_query(phrase, true));
    for (const auto& symbol : parsed_.symbols) add_symbol(symbol);
    for (const auto& words : parsed_.excluded) excluded_.push_back(phrase_query(words, false));
    boosts_.push_back(Query((new RecencySource(view_))->release()));
    BuiltQuery built;
    Queries all = with_spans();
    all.insert(all.end(), strict_.begin(), strict_.end());
    built.matching = without_excluded(all.empty() ? everything() : all_of(all));
    built.ranked = ranked(built.matching);
    if (words_.size() > 1) built.relaxed = relaxed();
    built.terms = std::move(terms_);
    built.understood = std::move(understood_);
    return built;
  }

 private:
  bool title_only() const { return fields_.title && !fields_.body; }
  std::string text_prefix() const { return title_only() ? std::string(prefix::kTitle) : std::string(); }
  std::string typed(std::size_t first, std::size_t last) const {
    const Tokens& words = parsed_.words.words;
    return parsed_.text.substr(words[first].begin, words[last - 1].end - words[first].begin);
  }

  const WordForms& forms(std::size_t i) {
    const WordRun& run = parsed_.words;
    return forms_.of(run.words[i].text, run.open_end && i + 1 == run.words.size());
  }

  void add_words() {
    const WordRun& run = parsed_.words;
    for (std::size_t i = 0; i < run.words.size(); ++i) {
      const auto& [found, reading] = forms(i);
      if (reading != Reading::kTyped) understood_.push_back({how_of(reading), typed(i, i + 1), found});
      terms_.words.insert(found.begin(), found.end());
      words_.push_back(fields_.title || fields_.body ? one_of(prefixed(found, text_prefix()))
                                                     : Query::MatchNothing);
      weights_.push_back(weight_of(found));
      if (fields_.title)
        boosts_.push_back(scaled(one_of(prefixed(found, prefix::kTitle)), kTitleWord * title_share()));
      if (found.size() > 1 && found.front() == run.words[i].text)
        boosts_.push_back(scaled(Query(make_term(text_prefix(), run.words[i].text)), kTypedForm));
      if (i > 0 && run.adjacent[i - 1]) add_bigram(forms(i - 1).words, found);
    }
    if (fields_.symbol) add_spans(named_documents(parsed_));
    add_spans(abbreviations(parsed_, view_, fields_));
    for (const auto& type : run.hints.types)
      boosts_.push_back(constant_weight(make_term(prefix::kType, fold_value(type.name)), kHintedType));
    for (const auto year : run.hints.years)
      boosts_.push_back(constant_weight(make_term(prefix::kYear, std::to_string(year)), kHintedYear));
  }

  void add_spans(SpanQueries found) {
    spans_.insert(spans_.end(), found.spans.begin(), found.spans.end());
    boosts_.insert(boosts_.end(), found.boosts.begin(), found.boosts.end());
    terms_.symbols.merge(found.terms.symbols);
    terms_.phrases.insert(terms_.phrases.end(), found.terms.phrases.begin(), found.terms.phrases.end());
    understood_.insert(understood_.end(), found.understood.begin(), found.understood.end());
  }

  // How much of the query's meaning a word carries: the rarer, the more. A word the archive does not hold
  // weighs nothing, or no document could have most of the query.
  double weight_of(const std::vector<std::string>& found) const {
    double documents = 0;
    for (const auto& term : found) documents += database_.get_termfreq(term);
    const double all = database_.get_doccount();
    return documents == 0 ? 0 : std::log(1 + all / documents);
  }

  // A title answers a query of a few words; a question of fifteen is answered by the text.
  double title_share() const {
    return std::min(1.0, kTitleWords / static_cast<double>(parsed_.words.words.size()));
  }

  void add_bigram(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::vector<std::string> held;
    for (const auto& a : left)
      for (const auto& b : right)
        if (auto term = make_term("", a + " " + b); database_.term_exists(term))
          held.push_back(std::move(term));
    if (held.empty()) return;
    if (fields_.body) boosts_.push_back(scaled(one_of(held), kBodyBigram));
    if (fields_.title)
      boosts_.push_back(scaled(one_of(prefixed(held, prefix::kTitle)), kTitleBigram * title_share()));
  }

  void add_symbol(const Symbol& symbol) {
    const SymbolKeys keys = note_symbol(symbol);
    const Query own = own_symbol(keys);
    strict_.push_back(fields_.body ? Query(Query::OP_OR, own, mentioned_symbol(keys)) : own);
  }

  // For highlighting, and for the order of those that mention it.
  SymbolKeys note_symbol(const Symbol& symbol) {
    SymbolKeys keys = symbol_keys(symbol);
    terms_.symbols.insert(keys.exact);
    terms_.symbols.insert(keys.bare);
    boosts_.push_back(constant_weight(make_term(prefix::kTitleMention, keys.bare), kSymbolInTitle));
    return keys;
  }

  // Each word, or the alternative to the run of words it stands in.
  Queries with_spans() {
    std::stable_sort(spans_.begin(), spans_.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    Queries all;
    std::size_t at = 0;
    for (auto next = spans_.begin(); next != spans_.end();) {
      if (next->first < at) {
        ++next;
        continue;
      }
      const auto [first, last] = std::pair{next->first, next->last};
      for (; at < first; ++at) all.push_back(words_[at]);
      Queries either = {all_of({words_.begin() + static_cast<std::ptrdiff_t>(first),
                                words_.begin() + static_cast<std::ptrdiff_t>(last)})};
      for (; next != spans_.end() && next->first == first && next->last == last; ++next)
        either.push_back(next->query);
      all.push_back(any_of(either));
      at = last;
    }
    for (; at < words_.size(); ++at) all.push_back(words_[at]);
    return all;
  }

  BuiltQuery::Relaxed relaxed() {
    BuiltQuery::Relaxed built;
    Queries some, weighted;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (weights_[i] == 0) continue;
      some.push_back(words_[i]);
      weighted.push_back(scaled(words_[i], weights_[i]));
      built.weight += weights_[i];
    }
    for (const auto& alternative : spans_) {
      some.push_back(alternative.query);
      // A document's name is as good as all the words.
      const double weight = alternative.weight == 0 ? built.weight : alternative.weight;
      weighted.push_back(Query(Query::OP_FILTER, constant_weight(weight), alternative.query));
    }
    if (some.empty()) return {};
    built.matching = without_excluded(with_strict(Query::OP_FILTER, any_of(weighted)));
    built.ranked = ranked(without_excluded(with_strict(Query::OP_AND, any_of(some))));
    return built;
  }

  Query with_strict(Query::op op, const Query& words) const {
    return strict_.empty() ? words : Query(op, words, all_of(strict_));
  }
  Query without_excluded(const Query& query) const {
    return excluded_.empty() ? query : Query(Query::OP_AND_NOT, query, any_of(excluded_));
  }
  Query ranked(const Query& matching) const { return Query(Query::OP_AND_MAYBE, matching, any_of(boosts_)); }

  // Words in this order with nothing between.
  Query phrase_query(const Tokens& phrase, bool highlight) {
    Queries parts;
    std::vector<std::unordered_set<std::string>> marked;
    for (const Token& word : phrase) {
      const auto& found = forms_.of(word.text, false).words;
      marked.emplace_back(found.begin(), found.end());
      Queries options;
      for (const auto& form : found) options.emplace_back(form);
      parts.push_back(any_of(options));  // OP_SYNONYM cannot stand below OP_PHRASE
    }
    if (highlight) terms_.phrases.push_back(std::move(marked));
    if (parts.size() == 1) return parts.front();
    return Query(Query::OP_PHRASE, parts.begin(), parts.end(), static_cast<Xapian::termcount>(parts.size()));
  }

  const ParsedQuery& parsed_;
  const View& view_;
  const Xapian::Database& database_;
  const SearchFields& fields_;
  FormFinder forms_;
  Queries words_;                ///< by word of the query
  std::vector<double> weights_;  ///< by word of the query
  std::vector<SpanQuery> spans_;
  Queries strict_, excluded_, boosts_;
  QueryTerms terms_;
  std::vector<Understanding> understood_;
};

}  // namespace

BuiltQuery build_query(const ParsedQuery& parsed, const View& view, const SearchFields& fields) {
  return Builder(parsed, view, fields).build();
}

}  // namespace vankien
