#include "searchd/search/count/facets.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "searchd/search/match/document_filter.h"

namespace vankien {
namespace {

void add_statistics(FacetCounts& counts) {
  for (const auto& [value, count] : counts.values) {
    double number = 0;
    if (std::from_chars(value.data(), value.data() + value.size(), number).ec != std::errc()) continue;
    counts.min = counts.min ? std::min(*counts.min, number) : number;
    counts.max = counts.max ? std::max(*counts.max, number) : number;
  }
}

FacetCounts count_one(const View& view, OrdinalCounts& ordinals, Attribute attribute) {
  std::unordered_map<std::string, std::uint64_t> by_value;
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    const Column& column = (*view.columns[shard])[attribute];
    const auto by_ordinal = ordinals.of(attribute, shard);
    for (std::size_t i = 1; i < by_ordinal.size(); ++i)
      if (by_ordinal[i] > 0) {
        if (!info(attribute).list)
          by_value[column.values[i]] += by_ordinal[i];
        else
          for (const std::uint32_t part : column.members[i]) by_value[column.parts[part]] += by_ordinal[i];
      }
  }
  FacetCounts counts;
  for (auto& [value, count] : by_value) counts.values.push_back({value, count});
  std::sort(counts.values.begin(), counts.values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  if (info(attribute).numeric) add_statistics(counts);
  return counts;
}

}  // namespace

std::map<Attribute, FacetCounts> count_facets(const View& view, OrdinalCounts& counts,
                                              const std::vector<Attribute>& attributes) {
  std::map<Attribute, FacetCounts> facets;
  for (const Attribute attribute : attributes) facets.emplace(attribute, count_one(view, counts, attribute));
  return facets;
}

Condition to_condition(Attribute attribute, const FacetRange& range) {
  if (range.to.empty()) return {attribute, Condition::Op::kGreaterEqual, {range.from}};
  if (range.from.empty()) return {attribute, Condition::Op::kLessEqual, {range.to}};
  return {attribute, Condition::Op::kBetween, {range.from, range.to}};
}

std::map<Attribute, std::vector<std::uint64_t>> count_ranges(const View& view, OrdinalCounts& counts,
                                                             const FacetRanges& ranges) {
  std::map<Attribute, std::vector<std::uint64_t>> counted;
  for (const auto& [attribute, list] : ranges) {
    auto& sums = counted[attribute] = std::vector<std::uint64_t>(list.size());
    for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
      const auto by_ordinal = counts.of(attribute, shard);
      for (std::size_t i = 0; i < list.size(); ++i) {
        const auto accepted = accepted_ordinals(to_condition(attribute, list[i]), *view.columns[shard]);
        for (std::size_t k = 0; k < accepted.size(); ++k)
          if (accepted[k]) sums[i] += by_ordinal[k];
      }
    }
  }
  return counted;
}

}  // namespace vankien
