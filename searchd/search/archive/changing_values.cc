#include "searchd/search/archive/changing_values.h"

#include <numeric>
#include <utility>

namespace vankien {

std::uint32_t find_value(const SharedTexts& values, const SharedTexts& keys, std::string_view value,
                         std::string_view key) {
  std::size_t first = 1, last = values.size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    const int order = keys[middle].compare(key);
    if (order < 0 || (order == 0 && values[middle] < value))
      first = middle + 1;
    else
      last = middle;
  }
  return static_cast<std::uint32_t>(first);
}

ChangingValues::ChangingValues(const Column& before)
    : values_(before.values),
      folded_(before.folded),
      keys_(before.keys),
      then_(before.values.size()),
      values_then_(before.values.size()) {
  std::iota(then_.begin(), then_.end(), 0u);
}

void ChangingValues::erase(const std::vector<std::uint32_t>& ordinals) {
  if (ordinals.empty()) return;
  values_.erase(ordinals);
  folded_.erase(ordinals);
  keys_.erase(ordinals);
  std::size_t gone = 0;
  std::erase_if(then_, [&](std::uint32_t ordinal) {
    if (gone == ordinals.size() || ordinals[gone] != ordinal) return false;
    return ++gone, true;
  });
  is_changed_ = true;
}

void ChangingValues::add(Text text) {
  const std::uint32_t place = find(text.value, text.key);
  if (has(place, text.value)) return;
  values_.insert(place, std::move(text.value));
  folded_.insert(place, std::move(text.folded));
  keys_.insert(place, std::move(text.key));
  then_.insert(then_.begin() + place, kNew);
  is_changed_ = true;
}

std::uint32_t ChangingValues::find(std::string_view value, std::string_view key) const {
  return find_value(values_, keys_, value, key);
}

std::vector<std::uint32_t> ChangingValues::ranks() const {
  std::vector<std::uint32_t> now(values_then_, 0);
  for (std::uint32_t i = 0; i < then_.size(); ++i)
    if (then_[i] != kNew) now[then_[i]] = i;
  return now;
}

void ChangingValues::move_to(Column& column) {
  column.values = std::move(values_);
  column.folded = std::move(folded_);
  column.keys = std::move(keys_);
}

}  // namespace vankien
