#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "searchd/search/match/matches.h"

namespace vankien {

/// How many of the matches have each ordinal of a column: what facets, ranges and histograms are made of. Columns that
/// share their numbers are counted together, once.
class OrdinalCounts {
 public:
  /// Both must outlive the counts.
  OrdinalCounts(const View& view, const Matches& matches) : view_(view), matches_(matches) {}

  /// By ordinal of that shard's column, [0] = absent. With the matches that only the attribute's own conditions keep
  /// out, if the filter has set these aside.
  std::vector<std::uint32_t> of(Attribute attribute, std::size_t shard);

 private:
  const View& view_;
  const Matches& matches_;
  using Key = std::pair<const void*, const void*>;  // shared numbers, documents besides
  std::map<Key, std::vector<std::uint32_t>> counted_;
};

}  // namespace vankien
