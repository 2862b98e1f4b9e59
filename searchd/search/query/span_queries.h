#pragma once

#include <vector>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/passages/highlight.h"
#include "searchd/search/query/query.h"
#include "searchd/search/query/query_parser.h"
#include "searchd/search/query/search_query.h"
#include "searchd/search/query/understanding.h"

namespace vankien {

/// What the words [first, last) of a query may stand for together, besides for themselves.
struct SpanQuery {
  std::size_t first = 0;
  std::size_t last = 0;
  Query query;
  double weight = 0;            ///< of its words' meaning, as in BuiltQuery::Relaxed; 0 = the whole query's
  bool names_document = false;  ///< its weight is the symbol's, not the words'
};

struct SpanQueries {
  std::vector<SpanQuery> spans;  ///< in the order of their words, longest first; they may overlap
  std::vector<Query> boosts;     ///< what makes a document likelier without being asked for
  QueryTerms terms;              ///< for highlighting
  std::vector<Understanding> understood;
};

/// Documents named in words: `nghị quyết 05 tỉnh ủy`, `NQTW4 khóa XII`, `NQ05`. One that bears the name comes
/// before all that words can find, one that mentions it counts by its words.
SpanQueries named_documents(const ParsedQuery& parsed);

/// Abbreviations and what they stand for, in both directions, from the table and from the documents' own
/// definitions: `cbđv` is cán bộ, đảng viên too. Weighs less than the words as typed. Only what the view holds.
SpanQueries abbreviations(const ParsedQuery& parsed, const View& view, const SearchFields& fields);

}  // namespace vankien
