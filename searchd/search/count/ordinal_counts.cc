#include "searchd/search/count/ordinal_counts.h"

#include <algorithm>

namespace vankien {

std::vector<std::uint32_t> OrdinalCounts::of(Attribute attribute, std::size_t shard) {
  const Column& column = (*view_.columns[shard])[attribute];
  const PackedNumbers& base = column.ordinals.base();
  const auto besides = matches_.besides.find(attribute);
  const auto* more = besides == matches_.besides.end() ? nullptr : &besides->second[shard];

  const auto [place, fresh] = counted_.try_emplace({&base, more});
  std::vector<std::uint32_t>& counts = place->second;
  if (fresh) {
    const auto& meaning = column.ordinals.meaning();
    counts.assign(meaning.empty() ? column.values.size() : meaning.size(), 0);
    base.visit([&](const auto& numbers) {
      for (const Xapian::docid id : matches_.by_shard[shard]) ++counts[numbers[id]];
      if (more != nullptr)
        for (const Xapian::docid id : *more) ++counts[numbers[id]];
    });
  }
  if (column.ordinals.meaning().empty()) return counts;
  std::vector<std::uint32_t> by_ordinal(column.values.size(), 0);
  for (std::size_t i = 0; i < counts.size(); ++i) by_ordinal[column.ordinals.meaning()[i]] += counts[i];
  return by_ordinal;
}

}  // namespace vankien
