#pragma once

#include <xapian.h>

#include "searchd/search/highlight.h"
#include "searchd/search/query_parser.h"
#include "searchd/search/search_query.h"

namespace vankien {

/// A query in Xapian's terms.
struct BuiltQuery {
  Xapian::Query matching;  ///< decides which documents match; its weights are the words' own
  Xapian::Query ranked;    ///< the same documents, with everything that orders them
  QueryTerms terms;        ///< for highlighting
};

/// `database` is what the caller may see: bare words are expanded to the forms it holds, nothing else.
BuiltQuery build_query(const ParsedQuery& parsed, const Xapian::Database& database,
                       const SearchFields& fields);

}  // namespace vankien
