#pragma once

#include "searchd/search/match/matches.h"
#include "searchd/search/query/keystroke_reading.h"
#include "searchd/search/query/query_builder.h"
#include "searchd/search/query/query_parser.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

class Evaluation;
class View;

/// What was typed, read as the view's words let it.
struct ReadQuery {
  KeystrokeReading typed;
  ParsedQuery parsed;
  BuiltQuery built;
};

ReadQuery read_query(const View& view, const SearchQuery& query);

/// What of the archive a query found, and what ranks it.
struct QueryMatches {
  Matches matches;
  Query ranked;
};

/// All the words if any document has them, whatever the filter: ticking a facet must not change what the query
/// means. Else, and for whole questions, as many of them as documents have; `read` is told so. Throws Xapian::Error.
///   ReadQuery read = read_query(view, query);
///   const QueryMatches found = find_matches(view, evaluation, query, read);
QueryMatches find_matches(const View& view, Evaluation& evaluation, const SearchQuery& query,
                          ReadQuery& read);

}  // namespace vankien
