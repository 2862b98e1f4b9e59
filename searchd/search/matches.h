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

/// Documents where the weights of the terms that match add up to `least` or more: part of a query's words.
Matches match_most(const View& view, const Xapian::Query& matching, double least, const Filter& filter);

/// The largest such sum of any document; 0 if none matches at all.
double best_sum(const View& view, const Xapian::Query& matching);

/// Whether any document matches, whatever the filter.
bool matches_any(const View& view, const Xapian::Query& matching);

}  // namespace vankien
