#include "searchd/search/order.h"

#include <algorithm>

namespace vankien {
namespace {

// One value of a key beside another: -1, 0, 1 in the key's direction.
struct Value {
  bool absent;
  std::string_view key;  ///< order_key
  std::string_view text;
};

int compare(const Value& a, const Value& b, bool descending) {
  if (a.absent || b.absent) return a.absent == b.absent ? 0 : a.absent ? 1 : -1;
  int order = a.key.compare(b.key);
  if (order == 0) order = a.text.compare(b.text);
  return descending ? -order : order;
}

Value value_at(const Column& column, std::uint32_t ordinal) {
  return {ordinal == 0, column.keys[ordinal], column.values[ordinal]};
}

}  // namespace

Order::Order(const View& view, std::vector<SortKey> keys) : view_(view), keys_(std::move(keys)) {
  const bool has_date = std::any_of(keys_.begin(), keys_.end(),
                                    [](const SortKey& key) { return key.attribute == Attribute::kDate; });
  if (!has_date) keys_.push_back({Attribute::kDate, true});
}

bool Order::operator()(const Place& a, const Place& b) const {
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const Column& left = column(a.shard, i);
    const Column& right = column(b.shard, i);
    const auto x = left.ordinals[a.id];
    const auto y = right.ordinals[b.id];
    // Within one database ordinals are in order already; across two, the values themselves are compared.
    if (a.shard == b.shard) {
      if (x == y) continue;
      if (x == 0 || y == 0) return y == 0;
      return keys_[i].descending ? x > y : x < y;
    }
    if (const int order = compare(value_at(left, x), value_at(right, y), keys_[i].descending); order != 0)
      return order < 0;
  }
  if (const int order = id_of(a).compare(id_of(b)); order != 0) return order < 0;
  return a.shard > b.shard;
}

Position Order::position_of(const Place& place) const {
  Position position;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const Column& values = column(place.shard, i);
    position.values.push_back(values.values[values.ordinals[place.id]]);
  }
  position.id = id_of(place);
  position.shard = place.shard;
  return position;
}

Order::Behind::Behind(const Order& order, Position position) : order_(order), position_(std::move(position)) {
  position_.values.resize(order.keys_.size());
  for (std::size_t i = 0; i < position_.values.size(); ++i)
    order_keys_.push_back(order_key(position_.values[i], info(order.keys_[i].attribute).numeric));
}

bool Order::Behind::operator()(const Place& place) const {
  for (std::size_t i = 0; i < order_keys_.size(); ++i) {
    const Column& values = order_.column(place.shard, i);
    const Value there{position_.values[i].empty(), order_keys_[i], position_.values[i]};
    const int order = compare(value_at(values, values.ordinals[place.id]), there, order_.keys_[i].descending);
    if (order != 0) return order > 0;
  }
  if (const int order = order_.id_of(place).compare(position_.id); order != 0) return order > 0;
  return place.shard < position_.shard;
}

void sort_newest_first(const View& view, std::vector<Place>& places) {
  std::sort(places.begin(), places.end(), Order(view, {}));
}

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
