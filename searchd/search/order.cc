#include "searchd/search/order.h"

#include <algorithm>

#include "analyzers/collation.h"

namespace vankien {
namespace {

// Within one database ordinals are in order already; across two, the values themselves are compared.
int compare_values(const View& view, Attribute attribute, const Place& a, const Place& b) {
  const Column& left = (*view.columns[a.shard])[attribute];
  const Column& right = (*view.columns[b.shard])[attribute];
  const auto i = left.ordinals[a.id];
  const auto k = right.ordinals[b.id];
  if (a.shard == b.shard) return i < k ? -1 : i > k ? 1 : 0;
  const std::string& x = left.values[i];
  const std::string& y = right.values[k];
  if (x == y) return 0;
  if (info(attribute).numeric && x.size() != y.size()) return x.size() < y.size() ? -1 : 1;
  if (info(attribute).numeric || attribute == Attribute::kDate) return x < y ? -1 : 1;
  const int order = collation_key(x).compare(collation_key(y));
  return order != 0 ? order : x.compare(y);
}

bool is_absent(const View& view, Attribute attribute, const Place& place) {
  return (*view.columns[place.shard])[attribute].ordinals[place.id] == 0;
}

bool comes_before(const View& view, const std::vector<SortKey>& keys, const Place& a, const Place& b) {
  for (const SortKey& key : keys) {
    const bool a_absent = is_absent(view, key.attribute, a);
    const bool b_absent = is_absent(view, key.attribute, b);
    if (a_absent != b_absent) return b_absent;
    if (const int order = compare_values(view, key.attribute, a, b); order != 0)
      return key.descending ? order > 0 : order < 0;
  }
  return a.id != b.id ? a.id < b.id : a.shard < b.shard;
}

}  // namespace

std::vector<Place> sorted_page(const View& view, const Matches& matches, const std::vector<SortKey>& keys,
                               std::size_t offset, std::size_t limit) {
  std::vector<Place> places;
  places.reserve(matches.total());
  for (std::size_t shard = 0; shard < matches.by_shard.size(); ++shard)
    for (const Xapian::docid id : matches.by_shard[shard]) places.push_back({shard, id});
  if (offset >= places.size()) return {};
  const auto end = static_cast<std::ptrdiff_t>(std::min(places.size(), offset + limit));
  std::partial_sort(places.begin(), places.begin() + end, places.end(),
                    [&](const Place& a, const Place& b) { return comes_before(view, keys, a, b); });
  return {places.begin() + static_cast<std::ptrdiff_t>(offset), places.begin() + end};
}

}  // namespace vankien
