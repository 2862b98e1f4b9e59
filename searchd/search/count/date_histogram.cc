#include "searchd/search/count/date_histogram.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>

namespace vankien {
namespace {

// Years, months and decades as numbers that follow each other: 2024-05 → 2024·12 + 4.
std::optional<unsigned> number_of(const std::string& date, DateInterval interval) {
  unsigned year = 0, month = 0;
  const auto read = [&](std::size_t at, std::size_t size, unsigned& number) {
    const auto [end, error] = std::from_chars(date.data() + at, date.data() + at + size, number);
    return error == std::errc() && end == date.data() + at + size;
  };
  if (date.size() < 4 || !read(0, 4, year)) return std::nullopt;
  if (interval == DateInterval::kYear) return year;
  if (interval == DateInterval::kDecade) return year / 10;
  if (date.size() < 7 || !read(5, 2, month) || month < 1 || month > 12) return std::nullopt;
  return year * 12 + month - 1;
}

DateHistogram::Bucket bucket(unsigned number, DateInterval interval, std::uint64_t count) {
  if (interval == DateInterval::kDecade)
    return {fmt::format("{:04}", number * 10), fmt::format("{:04}", number * 10 + 9), count};
  const std::string value = interval == DateInterval::kYear
                                ? fmt::format("{:04}", number)
                                : fmt::format("{:04}-{:02}", number / 12, number % 12 + 1);
  return {value, value, count};
}

}  // namespace

DateHistogram count_by_date(const View& view, OrdinalCounts& counts, DateInterval interval) {
  DateHistogram histogram;
  std::map<unsigned, std::uint64_t> by_number;
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    const Column& dates = (*view.columns[shard])[Attribute::kDate];
    const auto by_ordinal = counts.of(Attribute::kDate, shard);
    for (std::size_t i = 0; i < by_ordinal.size(); ++i) {
      if (by_ordinal[i] == 0) continue;
      if (const auto number = number_of(dates.values[i], interval))
        by_number[*number] += by_ordinal[i];
      else
        histogram.absent += by_ordinal[i];
    }
  }
  if (by_number.empty()) return histogram;
  const unsigned first = by_number.begin()->first, last = by_number.rbegin()->first;
  histogram.gaps_filled = last - first < kMostBuckets;
  if (histogram.gaps_filled)
    for (unsigned number = first; number <= last; ++number) by_number.try_emplace(number, 0);
  for (const auto& [number, count] : by_number) histogram.buckets.push_back(bucket(number, interval, count));
  return histogram;
}

}  // namespace vankien
