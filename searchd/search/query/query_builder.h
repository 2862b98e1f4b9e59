#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/passages/highlight.h"
#include "searchd/search/query/query.h"
#include "searchd/search/query/query_parser.h"
#include "searchd/search/query/ranking_details.h"
#include "searchd/search/query/search_query.h"
#include "searchd/search/query/understanding.h"

namespace vankien {

/// What orders documents without deciding which match.
struct Boost {
  RankingPart part{};
  Query query;
};

/// A word of a query and the terms that it may stand for.
struct QueryWord {
  std::string typed;
  std::vector<std::string> terms;
  std::string prefix;  ///< that they are looked for under: the title's, or none
};

/// A query in Xapian's terms.
struct BuiltQuery {
  Query matching;  ///< decides which documents match; its weights are the words' own
  Query ranked;    ///< the same documents, with everything that orders them

  /// The same with some of the words enough, for questions and for when no document has them all. `matching` is to be run with
  /// Xapian::CoordWeight: a document's weight is then the sum of its words' weights (ranking.h), `weight` that
  /// of all words. Phrases, symbols, fields, groups and excluded words hold as ever.
  struct Relaxed {
    Query matching;
    Query ranked;
    double weight = 0;
  };
  Relaxed relaxed;

  std::vector<QueryWord> words;  ///< plain words, each once; those of alternatives too
  std::vector<Boost> parts;      ///< what `ranked` adds to the words' weights, to tell why
  QueryTerms terms;              ///< for highlighting
  std::vector<Understanding> understood;
};

/// Words are expanded to the forms that the view's databases hold, nothing else; if `literal`, to none. The view must
/// outlive the query.
BuiltQuery build_query(const ParsedQuery& parsed, const View& view, const SearchFields& fields,
                       bool literal = false);

}  // namespace vankien
