#pragma once

#include <map>
#include <vector>

#include "searchd/search/count/counts.h"
#include "searchd/search/count/ordinal_counts.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

/// How many of the matches have each value, for several attributes. Exact.
std::map<Attribute, FacetCounts> count_facets(const View& view, OrdinalCounts& counts,
                                              const std::vector<Attribute>& attributes);

/// How many of the matches lie in each range, in the order they were asked in. A range counts what the filter
/// `attribute FROM TO TO` finds.
std::map<Attribute, std::vector<std::uint64_t>> count_ranges(const View& view, OrdinalCounts& counts,
                                                             const FacetRanges& ranges);

/// A range as the condition it counts.
Condition to_condition(Attribute attribute, const FacetRange& range);

}  // namespace vankien
