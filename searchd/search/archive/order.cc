#include "searchd/search/archive/order.h"

#include <algorithm>

#include "analyzers/analyzer.h"

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
  for (std::size_t i = 0; i < position_.values.size(); ++i) {
    const AttributeInfo& attribute = info(order.keys_[i].attribute);
    const std::string& value = position_.values[i];
    order_keys_.push_back(order_key(value, attribute.numeric));
    folded_.push_back(value.empty() || attribute.numeric || attribute.list ? "" : fold_value(value));
  }
}

bool Order::Behind::is_value_of(std::size_t key, const Column& values, std::uint32_t ordinal) const {
  return ordinal != 0 && !folded_[key].empty() && values.folded[ordinal] == folded_[key];
}

bool Order::Behind::operator()(const Place& place) const {
  for (std::size_t i = 0; i < order_keys_.size(); ++i) {
    const Column& values = order_.column(place.shard, i);
    const std::uint32_t ordinal = values.ordinals[place.id];
    if (is_value_of(i, values, ordinal)) continue;
    const Value there{position_.values[i].empty(), order_keys_[i], position_.values[i]};
    const int order = compare(value_at(values, ordinal), there, order_.keys_[i].descending);
    if (order != 0) return order > 0;
  }
  if (const int order = order_.id_of(place).compare(position_.id); order != 0) return order > 0;
  return place.shard < position_.shard;
}

void sort_newest_first(const View& view, std::vector<Place>& places) {
  std::sort(places.begin(), places.end(), Order(view, {}));
}

}  // namespace vankien
