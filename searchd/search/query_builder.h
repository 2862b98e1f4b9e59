#pragma once

#include <xapian.h>

#include "searchd/search/highlight.h"
#include "searchd/search/query_parser.h"
#include "searchd/search/search_query.h"
#include "searchd/search/snapshot.h"

namespace vankien {

/// A query in Xapian's terms.
struct BuiltQuery {
  Xapian::Query matching;  ///< decides which documents match; its weights are the words' own
  Xapian::Query ranked;    ///< the same documents, with everything that orders them
  QueryTerms terms;        ///< for highlighting
};

/// Bare words are expanded to the forms that the view's databases hold, nothing else. The view must outlive
/// the query.
BuiltQuery build_query(const ParsedQuery& parsed, const View& view, const SearchFields& fields);

}  // namespace vankien
