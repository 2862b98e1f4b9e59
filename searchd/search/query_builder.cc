#include "searchd/search/query_builder.h"

#include <algorithm>
#include <cmath>

#include "analyzers/abbreviations.h"
#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/in_force_source.h"
#include "searchd/search/ranking.h"
#include "searchd/search/recency_source.h"
#include "searchd/search/span_queries.h"
#include "searchd/search/standing.h"
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
    for (const auto& phrase : parsed_.phrases)
      if (is_new(phrase)) strict_.push_back(phrase_query(phrase, true));
    for (const auto& symbol : parsed_.symbols) add_symbol(symbol);
    for (const auto& words : parsed_.excluded)
      if (is_new(words)) excluded_.push_back(phrase_query(words, false));
    boosts_.push_back(Query((new RecencySource(view_))->release()));
    // Who names a paper by its symbol wants that one, and not another of its number that is still in force.
    if (terms_.symbols.empty() && !view_.standing->none_ended())
      boosts_.push_back(Query((new InForceSource(view_))->release()));
    BuiltQuery built;
    Queries all = with_spans();
    if (!all.empty() && !own_.empty()) {
      // The paper itself is wanted, whether or not it has the other words; they choose among several of one symbol.
      boosts_.push_back(any_of(all));
      all = {Query(Query::OP_OR, all_of(all), any_of(own_))};
    }
    all.insert(all.end(), strict_.begin(), strict_.end());
    built.matching = without_excluded(all.empty() ? everything() : all_of(all));
    built.ranked = ranked(built.matching);
    if (words_.size() > 1 || (!words_.empty() && !strict_.empty())) built.relaxed = relaxed();
    built.terms = std::move(terms_);
    built.understood = std::move(understood_);
    return built;
  }

 private:
  bool title_only() const { return fields_.title && !fields_.body; }
  std::string text_prefix() const { return title_only() ? std::string(prefix::kTitle) : std::string(); }

  const WordForms& forms(std::size_t i) {
    const WordRun& run = parsed_.words;
    return forms_.of(run.words[i].text, {bareness(i), run.open_end && i + 1 == run.words.size()});
  }

  // Whoever types marks types them all: "ban" in "ủy ban" is no "bán". And TU, a short form in capitals, is no "tư".
  FormFinder::Freedom::Bare bareness(std::size_t i) const {
    using Bare = FormFinder::Freedom::Bare;
    const WordRun& run = parsed_.words;
    for (const auto& match : run.abbreviations)
      if (match.is_short && !match.doubtful && match.first <= i && i < match.last &&
          is_prose(run.words[i].text))
        return Bare::kNo;
    return marked_ ? Bare::kIfUnknown : Bare::kYes;
  }

  std::vector<std::uint64_t> counts_of(const std::vector<std::string>& forms, Reading reading) const {
    std::vector<std::uint64_t> counts;
    if (reading == Reading::kBare)
      for (const std::string& form : forms) counts.push_back(database_.get_termfreq(form));
    return counts;
  }

  void add_words() {
    const WordRun& run = parsed_.words;
    for (std::size_t i = 0; i < run.words.size(); ++i) {
      const auto& [found, reading] = forms(i);
      words_.push_back(fields_.title || fields_.body ? one_of(prefixed(found, text_prefix()))
                                                     : Query::MatchNothing);
      weights_.push_back(weight_of(found));
      if (i > 0 && run.adjacent[i - 1]) add_bigram(i - 1);
      fresh_.push_back(seen_.insert(run.words[i].text).second);
      if (!fresh_.back()) continue;
      if (reading != Reading::kTyped)
        understood_.push_back({how_of(reading), parsed_.typed(i, i + 1), found, counts_of(found, reading)});
      terms_.words.insert(found.begin(), found.end());
      if (fields_.title)
        boosts_.push_back(scaled(one_of(prefixed(found, prefix::kTitle)), kTitleWord * title_share()));
      if (found.size() > 1 && found.front() == run.words[i].text) boost_typed_form(run.words[i].text);
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

  // A word alone has no neighbours to tell what was meant: it is taken as it stands first.
  void boost_typed_form(const std::string& word) {
    const std::string term = make_term(text_prefix(), word);
    boosts_.push_back(parsed_.words.words.size() == 1 ? constant_weight(term, kTypedFormAlone)
                                                      : scaled(Query(term), kTypedForm));
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

  void add_bigram(std::size_t i) {
    const Tokens& words = parsed_.words.words;
    if (!seen_.insert(words[i].text + " " + words[i + 1].text).second) return;
    const auto& left = forms(i).words;
    const auto& right = forms(i + 1).words;
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
    if (!seen_.insert(symbol.key()).second) return;
    const SymbolKeys keys = symbol_keys(symbol);
    // Letters of the State are symbols in a text only behind a "số"; as words they are there all the same.
    if (!database_.term_exists(make_term(prefix::kMention, keys.exact)) &&
        !database_.term_exists(make_term(prefix::kMention, keys.bare))) {
      strict_.push_back(phrase_query(analyze_words(symbol.canonical()), true));
      return;
    }
    note_symbol(symbol);
    own_.push_back(own_symbol(keys));
    strict_.push_back(fields_.body ? Query(Query::OP_OR, own_.back(), mentioned_symbol(keys)) : own_.back());
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
      for (; at < first; ++at) add_fresh(all, at);
      Queries either = {all_of({words_.begin() + static_cast<std::ptrdiff_t>(first),
                                words_.begin() + static_cast<std::ptrdiff_t>(last)})};
      for (; next != spans_.end() && next->first == first && next->last == last; ++next)
        either.push_back(next->query);
      all.push_back(any_of(either));
      at = last;
    }
    for (; at < words_.size(); ++at) add_fresh(all, at);
    return all;
  }

  void add_fresh(Queries& all, std::size_t i) const {
    if (fresh_[i]) all.push_back(words_[i]);
  }

  BuiltQuery::Relaxed relaxed() {
    BuiltQuery::Relaxed built;
    Queries some, weighted;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (weights_[i] == 0 || !fresh_[i]) continue;
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
    built.matching = without_excluded(beside_strict(any_of(weighted), 0));
    built.ranked = ranked(without_excluded(beside_strict(any_of(some), 1)));
    return built;
  }

  // What must be there must be there; beside it the words may be missing.
  Query beside_strict(const Query& words, double factor) const {
    return strict_.empty() ? words : Query(Query::OP_AND_MAYBE, scaled(all_of(strict_), factor), words);
  }
  Query without_excluded(const Query& query) const {
    return excluded_.empty() ? query : Query(Query::OP_AND_NOT, query, any_of(excluded_));
  }
  Query ranked(const Query& matching) const { return Query(Query::OP_AND_MAYBE, matching, any_of(boosts_)); }

  static bool has_marks_in(const Tokens& words) {
    return std::any_of(words.begin(), words.end(), [](const Token& word) { return has_marks(word.text); });
  }

  // What is said twice counts once, or ten thousand times one word would hold a thread for half a minute.
  bool is_new(const Tokens& phrase) {
    std::string key = "\"";
    for (const Token& word : phrase) key += word.text + " ";
    return seen_.insert(key).second;
  }

  // Words in this order with nothing between.
  Query phrase_query(const Tokens& phrase, bool highlight) {
    using Bare = FormFinder::Freedom::Bare;
    const Bare phrase_bareness = has_marks_in(phrase) ? Bare::kIfUnknown : Bare::kYes;
    Queries parts;
    std::vector<std::unordered_set<std::string>> marked;
    for (const Token& word : phrase) {
      const auto& found = forms_.of(word.text, {phrase_bareness, false}).words;
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
  const bool marked_ = has_marks_in(parsed_.words.words);
  FormFinder forms_;
  std::unordered_set<std::string> seen_;  ///< words, pairs, phrases and symbols that were dealt with
  std::vector<bool> fresh_;               ///< by word of the query: it was not said before
  Queries words_;                         ///< by word of the query
  std::vector<double> weights_;           ///< by word of the query
  std::vector<SpanQuery> spans_;
  Queries strict_, own_, excluded_, boosts_;
  QueryTerms terms_;
  std::vector<Understanding> understood_;
};

}  // namespace

BuiltQuery build_query(const ParsedQuery& parsed, const View& view, const SearchFields& fields) {
  return Builder(parsed, view, fields).build();
}

}  // namespace vankien
