#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <vector>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/match/evaluation.h"
#include "searchd/search/query/set_aside.h"

namespace vankien {

/// All documents that a query and a filter match, by shard, ascending. Totals, facets and sorting work on
/// these, so that they agree with each other and are exact.
struct Matches {
  using ByShard = std::vector<std::vector<Xapian::docid>>;
  ByShard by_shard;  ///< local ids
  /// Of each attribute that the filter has set aside: the documents that fail its conditions and nothing else.
  std::map<Attribute, ByShard> besides;

  std::uint64_t total() const;
};

Matches match_documents(const View& view, Evaluation& evaluation, const Query& matching,
                        const SplitFilter& filter);

/// Part of a query's words is enough: documents where the weights of the terms that match (the query's own factors, not
/// the frequencies) add up to `share` of what the best document has, or of `whole` if that is less. The best document
/// is sought without the filter. No document matches at all: nothing.
Matches match_most(const View& view, Evaluation& evaluation, const Query& matching, double share,
                   double whole, const SplitFilter& filter);

/// Whether any document matches, whatever the filter.
bool matches_any(const View& view, Evaluation& evaluation, const Query& matching);

}  // namespace vankien
