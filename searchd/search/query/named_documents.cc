#include <algorithm>
#include <set>

#include "analyzers/schema/schema.h"
#include "searchd/search/query/ranking.h"
#include "searchd/search/query/session_name.h"
#include "searchd/search/query/span_queries.h"
#include "searchd/search/query/symbol_query.h"

namespace vankien {
namespace {

std::vector<Query> constants(const std::vector<std::string>& terms, double weight) {
  std::vector<Query> queries;
  for (const auto& term : terms) queries.push_back(constant_weight(term, weight));
  return queries;
}

// Nghị quyết, hội nghị 4 TW, khóa XII
std::string name_of(const CitationReading& citation) {
  return (citation.type_name.empty() ? "" : citation.type_name + ", ") + session_name(*citation.session);
}

// The meeting and the term make one of several documents of a symbol likelier; that they are missing from a
// document's head is no proof against it.
Query by_symbol(const CitationReading& citation, SpanQueries& found) {
  const SymbolKeys keys = symbol_keys(citation.symbol);
  found.terms.symbols.insert(keys.exact);
  found.terms.symbols.insert(keys.bare);
  found.boosts.push_back(constant_weight(make_term(prefix::kTitleMention, keys.bare), kSymbolInTitle));
  const CitationTerms terms = citation_terms(citation);
  for (const auto& list : {terms.own, terms.better})
    for (const auto& term : list)
      if (!term.starts_with(prefix::kSymbol)) found.boosts.push_back(constant_weight(term, kCitationDetail));
  std::vector<Query> either = constants(terms.mentions, kMentionedSymbol);
  either.push_back(own_symbol(keys));
  either.push_back(mentioned_symbol(keys));
  for (const auto& term : terms.own)
    if (term.starts_with(prefix::kSymbol)) either.push_back(constant_weight(term, kOwnSymbolWithoutMarks));
  return {Query::Op::kOr, either.begin(), either.end()};
}

Query by_terms(const CitationReading& citation, SpanQueries& found) {
  const CitationTerms terms = citation_terms(citation);
  for (auto& query : constants(terms.better, kCitationDetail)) found.boosts.push_back(query);
  std::vector<Query> own;
  for (const auto& term : terms.own) own.emplace_back(term);
  std::vector<Query> either = constants(terms.mentions, kMentionedSymbol);
  either.push_back(Query(Query::Op::kFilter, constant_weight(kOwnNumberAndType),
                         Query(Query::Op::kAnd, own.begin(), own.end())));
  return {Query::Op::kOr, either.begin(), either.end()};
}

}  // namespace

SpanQueries named_documents(const ParsedQuery& parsed) {
  SpanQueries found;
  std::set<std::string> seen;  // a name said a thousand times is one name
  for (const auto& citation : parsed.words.citations) {
    const std::string typed = parsed.typed(citation.first, citation.last);
    if (!seen.insert(typed).second) continue;
    const bool whole = citation.symbol.number != 0 && !citation.symbol.organ.empty();
    found.spans.push_back({citation.first, citation.last,
                           whole ? by_symbol(citation, found) : by_terms(citation, found), 0, true});
    if (citation.session)
      found.understood.push_back({Understanding::How::kSession, typed, {name_of(citation)}});
    if (whole)
      found.understood.push_back({Understanding::How::kSymbol, typed, {citation.symbol.canonical()}});
  }
  for (const auto& reading : parsed.words.numbers)
    if (seen.insert(parsed.typed(reading.first, reading.last)).second)
      found.spans.push_back(
          {reading.first, reading.last,
           constant_weight(make_term(prefix::kNumber, number_key(reading.symbol.number, reading.symbol.type)),
                           kOwnNumberAndType),
           0, true});
  return found;
}

}  // namespace vankien
