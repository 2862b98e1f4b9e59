#pragma once

#include <map>
#include <vector>

#include "searchd/search/matches.h"
#include "searchd/search/searcher.h"

namespace vankien {

/// How many of the matches have each value, for several attributes. Exact.
std::map<Attribute, FacetCounts> count_facets(const View& view, const Matches& matches,
                                              const std::vector<Attribute>& attributes);

}  // namespace vankien
