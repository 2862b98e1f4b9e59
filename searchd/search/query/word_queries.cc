#include "searchd/search/query/word_queries.h"

#include <algorithm>
#include <cmath>

#include "analyzers/abbreviations.h"
#include "analyzers/analyzer.h"
#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/query/phrase_query.h"
#include "searchd/search/query/ranking.h"
#include "searchd/search/query/symbol_query.h"

namespace vankien {
namespace {

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

}  // namespace

WordQueries::WordQueries(const ParsedQuery& parsed, WholeQuery& whole)
    : parsed_(parsed),
      whole_(whole),
      database_(whole.view.database),
      fields_(whole.fields),
      marked_(has_marks_in(parsed.words.words)) {
  add_words();
}

std::string WordQueries::text_prefix() const {
  return title_only() ? std::string(prefix::kTitle) : std::string();
}

const WordForms& WordQueries::forms(std::size_t i) {
  const WordRun& run = parsed_.words;
  return whole_.forms.of(run.words[i].text, {bareness(i), run.open_end && i + 1 == run.words.size()});
}

// Whoever types marks types them all: "ban" in "ủy ban" is no "bán". And TU, a short form in capitals, is no "tư".
FormFinder::Freedom::Bare WordQueries::bareness(std::size_t i) const {
  using Bare = FormFinder::Freedom::Bare;
  const WordRun& run = parsed_.words;
  for (const auto& match : run.abbreviations)
    if (match.is_short && !match.doubtful && match.first <= i && i < match.last &&
        is_prose(run.words[i].text))
      return Bare::kNo;
  return marked_ ? Bare::kIfUnknown : Bare::kYes;
}

void WordQueries::add_words() {
  const WordRun& run = parsed_.words;
  for (std::size_t i = 0; i < run.words.size(); ++i) {
    const auto& [found, reading] = forms(i);
    words_.push_back(fields_.title || fields_.body ? one_of(prefixed(found, text_prefix())) : Query());
    weights_.push_back(weight_of(found));
    if (i > 0 && run.adjacent[i - 1]) add_bigram(i - 1);
    fresh_.push_back(seen_.insert(run.words[i].text).second);
    if (!fresh_.back()) continue;
    if (reading != Reading::kTyped)
      whole_.understand({how_of(reading), parsed_.typed(i, i + 1), found, counts_of(found, reading)});
    whole_.words.push_back({parsed_.typed(i, i + 1), found, text_prefix()});
    whole_.terms.words.insert(found.begin(), found.end());
    if (fields_.title)
      whole_.boost(RankingPart::kTitle,
                   scaled(one_of(prefixed(found, prefix::kTitle)), kTitleWord * title_share()));
    if (found.size() > 1 && found.front() == run.words[i].text) boost_typed_form(run.words[i].text);
  }
  if (whole_.literal) return;
  if (fields_.symbol) add_spans(named_documents(parsed_));
  add_spans(abbreviations(parsed_, whole_.view, fields_));
  for (const auto& type : run.hints.types)
    whole_.boost(RankingPart::kKind,
                 constant_weight(make_term(prefix::kType, fold_value(type.name)), kHintedType));
  for (const auto year : run.hints.years)
    whole_.boost(RankingPart::kKind,
                 constant_weight(make_term(prefix::kYear, std::to_string(year)), kHintedYear));
}

void WordQueries::add_spans(SpanQueries found) {
  spans_.insert(spans_.end(), found.spans.begin(), found.spans.end());
  for (const Query& query : found.boosts) whole_.boost(RankingPart::kSymbol, query);
  whole_.terms.symbols.merge(found.terms.symbols);
  whole_.terms.phrases.insert(whole_.terms.phrases.end(), found.terms.phrases.begin(),
                              found.terms.phrases.end());
  for (Understanding& one : found.understood) whole_.understand(std::move(one));
}

// A word alone has no neighbours to tell what was meant: it is taken as it stands first.
void WordQueries::boost_typed_form(const std::string& word) {
  const std::string term = make_term(text_prefix(), word);
  whole_.boost(RankingPart::kKind, parsed_.words.words.size() == 1 ? constant_weight(term, kTypedFormAlone)
                                                                   : scaled(Query(term), kTypedForm));
}

// How much of the query's meaning a word carries: the rarer, the more. A word the archive does not hold
// weighs nothing, or no document could have most of the query.
// Of a bare word, for whoever would choose among its forms.
std::vector<std::uint64_t> WordQueries::counts_of(const std::vector<std::string>& forms,
                                                  Reading reading) const {
  std::vector<std::uint64_t> counts;
  if (reading == Reading::kBare)
    for (const std::string& form : forms) counts.push_back(database_.get_termfreq(form));
  return counts;
}

double WordQueries::weight_of(const std::vector<std::string>& found) const {
  double documents = 0;
  for (const auto& term : found) documents += database_.get_termfreq(term);
  const double all = database_.get_doccount();
  return documents == 0 ? 0 : std::log(1 + all / documents);
}

// A title answers a query of a few words; a question of fifteen is answered by the text.
double WordQueries::title_share() const {
  return std::min(1.0, kTitleWords / static_cast<double>(parsed_.words.words.size()));
}

void WordQueries::add_bigram(std::size_t i) {
  const Tokens& words = parsed_.words.words;
  if (!seen_.insert(words[i].text + " " + words[i + 1].text).second) return;
  const auto& left = forms(i).words;
  const auto& right = forms(i + 1).words;
  std::vector<std::string> held;
  for (const auto& a : left)
    for (const auto& b : right)
      if (auto term = bigram_term(a, b); database_.term_exists(term)) held.push_back(std::move(term));
  if (held.empty()) return;
  if (fields_.body) whole_.boost(RankingPart::kProximity, scaled(one_of(held), kBodyBigram));
  if (fields_.title)
    whole_.boost(RankingPart::kTitle,
                 scaled(one_of(prefixed(held, prefix::kTitle)), kTitleBigram * title_share()));
}

Queries WordQueries::all_words() {
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
    for (; next != spans_.end() && next->first == first && next->last == last; ++next) {
      either.push_back(next->query);
      if (next->names_document) whole_.parts.push_back({RankingPart::kSymbol, next->query});
    }
    all.push_back(any_of(either));
    at = last;
  }
  for (; at < words_.size(); ++at) add_fresh(all, at);
  return all;
}

void WordQueries::add_fresh(Queries& all, std::size_t i) const {
  if (fresh_[i]) all.push_back(words_[i]);
}

WordQueries::Some WordQueries::some_words() const {
  Some some;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (weights_[i] == 0 || !fresh_[i]) continue;
    some.queries.push_back(words_[i]);
    some.weighted.push_back(scaled(words_[i], weights_[i]));
    some.weight += weights_[i];
  }
  for (const auto& alternative : spans_) {
    // What an abbreviation stands for weighs one thing wherever its words are: below an OR the weight of a phrase, as Xapian
    // adds it up, depends on the document's place in the database, and so on others than those the reader may see.
    some.queries.push_back(alternative.weight == 0
                               ? alternative.query
                               : Query(Query::Op::kFilter, constant_weight(kAbbreviated * alternative.weight),
                                       alternative.query));
    // A document's name is as good as all the words.
    const double weight = alternative.weight == 0 ? some.weight : alternative.weight;
    some.weighted.push_back(Query(Query::Op::kFilter, constant_weight(weight), alternative.query));
  }
  return some;
}

}  // namespace vankien
