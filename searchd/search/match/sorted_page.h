#pragma once

#include <cstddef>
#include <vector>

#include "searchd/search/archive/order.h"
#include "searchd/search/match/matches.h"

namespace vankien {

/// The documents [offset, offset + limit) of the matches in the order of the keys, of those behind `after` if it is
/// given.
std::vector<Place> sorted_page(const View& view, const Matches& matches, const std::vector<SortKey>& keys,
                               std::size_t offset, std::size_t limit, const Position* after = nullptr);

}  // namespace vankien
