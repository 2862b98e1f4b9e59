#include "searchd/search/facets.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

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

FacetCounts count_one(const View& view, const Matches& matches, Attribute attribute) {
  std::unordered_map<std::string, std::uint64_t> by_value;
  std::vector<std::uint32_t> by_ordinal;
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    const Column& column = (*view.columns[shard])[attribute];
    by_ordinal.assign(column.values.size(), 0);
    for (const Xapian::docid id : matches.by_shard[shard]) ++by_ordinal[column.ordinals[id]];
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

std::map<Attribute, FacetCounts> count_facets(const View& view, const Matches& matches,
                                              const std::vector<Attribute>& attributes) {
  std::map<Attribute, FacetCounts> counts;
  for (const Attribute attribute : attributes) counts.emplace(attribute, count_one(view, matches, attribute));
  return counts;
}

}  // namespace vankien
