#include "searchd/search/match/sorted_page.h"

#include <algorithm>
#include <cstddef>

namespace vankien {

std::vector<Place> sorted_page(const View& view, const Matches& matches, const std::vector<SortKey>& keys,
                               std::size_t offset, std::size_t limit, const Position* after) {
  const Order order(view, keys);
  std::vector<Place> places;
  places.reserve(matches.total());
  for (std::size_t shard = 0; shard < matches.by_shard.size(); ++shard)
    for (const Xapian::docid id : matches.by_shard[shard]) places.push_back({shard, id});
  if (after != nullptr) {
    const Order::Behind behind(order, *after);
    std::erase_if(places, [&](const Place& place) { return !behind(place); });
  }
  if (offset >= places.size()) return {};
  const auto end =
      static_cast<std::ptrdiff_t>(limit > places.size() - offset ? places.size() : offset + limit);
  std::partial_sort(places.begin(), places.begin() + end, places.end(), order);
  return {places.begin() + static_cast<std::ptrdiff_t>(offset), places.begin() + end};
}

}  // namespace vankien
