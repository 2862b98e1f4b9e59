#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "searchd/search/filter.h"
#include "searchd/search/snapshot.h"

namespace vankien {

/// All documents that a query and a filter match, by shard, ascending. Totals, facets and sorting work on
/// these, so that they agree with each other and are exact.
struct Matches {
  std::vector<std::vector<Xapian::docid>> by_shard;  ///< local ids

  std::uint64_t total() const;
};

/// Counting needs no weights (BoolWeight is 3 to 30 times cheaper than BM25), so it is a pass of its own.
Matches match_documents(const View& view, const Xapian::Query& matching, const Filter& filter);

}  // namespace vankien
