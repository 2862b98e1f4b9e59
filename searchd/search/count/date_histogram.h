#pragma once

#include "searchd/search/count/counts.h"
#include "searchd/search/count/ordinal_counts.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

/// Matches by month, year or decade of their date, earliest first, with the empty ones between; those without a date, or for
/// months without a month, are told as absent. Between two dates further apart than kMostBuckets intervals (a wrongly
/// read year is enough) empty buckets are left out, and `gaps_filled` says so.
DateHistogram count_by_date(const View& view, OrdinalCounts& counts, DateInterval interval);

inline constexpr std::size_t kMostBuckets = 2'400;  ///< two hundred years of months

}  // namespace vankien
