#include "searchd/search/match/query_matches.h"

#include <algorithm>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/query/query_fields.h"
#include "searchd/search/query/ranking.h"

namespace vankien {
namespace {

// Each of the words is optional then; those that no document has were given up.
Understanding tell_relaxed(const View& view, const SearchQuery& query, const BuiltQuery& built) {
  Understanding told{Understanding::How::kRelaxed, query.q, {}};
  for (const QueryWord& word : built.words) {
    const bool held = std::any_of(word.terms.begin(), word.terms.end(),
                                  [&](const std::string& term) { return view.database.term_exists(term); });
    (held ? told.as : told.missing).push_back(word.typed);
  }
  return told;
}

}  // namespace

ReadQuery read_query(const View& view, const SearchQuery& query) {
  ReadQuery read;
  read.typed = query.literal ? KeystrokeReading{query.q, {}} : read_keystrokes(query.q, view.database);
  read.parsed = parse_query(read.typed.text, {query.literal, read_fields_of(view)});
  read.built = build_query(read.parsed, view, query.fields, query.literal);
  return read;
}

QueryMatches find_matches(const View& view, Evaluation& evaluation, const SearchQuery& query,
                          ReadQuery& read) {
  const ParsedQuery& parsed = read.parsed;
  BuiltQuery& built = read.built;
  const SplitFilter filter(query.filter, query.disjunctive);
  const bool may_relax = !query.all_words && built.relaxed.weight > 0;
  if (!may_relax || parsed.words.words.size() < kQuestionWords) {
    QueryMatches found{match_documents(view, evaluation, built.matching, filter), built.ranked};
    if (!may_relax || found.matches.total() > 0 || matches_any(view, evaluation, built.matching))
      return found;
  }
  QueryMatches found{
      match_most(view, evaluation, built.relaxed.matching, kRelaxedShare, built.relaxed.weight, filter),
      built.relaxed.ranked};
  if (found.matches.total() > 0) built.understood.push_back(tell_relaxed(view, query, built));
  return found;
}

}  // namespace vankien
