#pragma once

#include <vector>

#include "searchd/search/archive/place.h"
#include "searchd/search/match/matches.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

/// All that a query finds, as search() finds it: for reports and exports. Paging is not looked at. Both throw
/// Xapian::Error.
Matches find_all(const View& view, const SearchQuery& query);

/// The same in the order in which search() shows it, by relevance too.
std::vector<Place> find_all_in_order(const View& view, const SearchQuery& query);

}  // namespace vankien
