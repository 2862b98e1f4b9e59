#pragma once

#include <vector>

#include "searchd/search/matches.h"
#include "searchd/search/place.h"
#include "searchd/search/search_query.h"

namespace vankien {

/// The documents [offset, offset + limit) of the matches in the order of the keys. Documents without the
/// attribute come last either way; ties keep the archive's order.
std::vector<Place> sorted_page(const View& view, const Matches& matches, const std::vector<SortKey>& keys,
                               std::size_t offset, std::size_t limit);

}  // namespace vankien
