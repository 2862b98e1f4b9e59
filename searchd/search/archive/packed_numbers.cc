#include "searchd/search/archive/packed_numbers.h"

#include <algorithm>
#include <limits>
#include <type_traits>

namespace vankien {
namespace {

template <typename Narrow>
std::vector<Narrow> narrow(const std::vector<std::uint32_t>& numbers) {
  std::vector<Narrow> out(numbers.size());
  std::transform(numbers.begin(), numbers.end(), out.begin(),
                 [](auto number) { return static_cast<Narrow>(number); });
  return out;
}

template <typename Number>
bool fits(std::uint32_t most) {
  return most <= std::numeric_limits<Number>::max();
}

template <typename Number>
void change(std::vector<Number>& numbers, std::size_t size, const PackedNumbers::Others& others,
            const std::vector<std::uint32_t>* now) {
  if (now != nullptr)
    for (Number& number : numbers) number = static_cast<Number>((*now)[number]);
  numbers.resize(size, 0);
  for (const auto& [place, number] : others)
    if (place < size) numbers[place] = static_cast<Number>(number);
}

// Whether numbers that are all the same are so afterwards, each of `others` another's place.
bool stay_same(std::uint32_t same, std::size_t size_before, std::size_t size,
               const PackedNumbers::Others& others) {
  std::size_t more = 0;
  for (const auto& [place, number] : others) {
    if (place < size && number != same) return false;
    if (place >= size_before && place < size) ++more;
  }
  return same == 0 || size_before + more >= size;
}

template <typename Number>
std::vector<Number> with_room(const std::vector<Number>& numbers, std::size_t size) {
  std::vector<Number> copy;
  copy.reserve(std::max(size, numbers.size()));
  copy.assign(numbers.begin(), numbers.end());
  return copy;
}

}  // namespace

PackedNumbers::PackedNumbers(const std::vector<std::uint32_t>& numbers) { pack(numbers); }

PackedNumbers::PackedNumbers(const PackedNumbers& before, std::size_t size, const Others& others,
                             const std::vector<std::uint32_t>* now) {
  std::uint32_t most = 0;
  for (const auto& [place, number] : others) most = std::max(most, number);
  if (now != nullptr && !now->empty()) most = std::max(most, *std::max_element(now->begin(), now->end()));
  if (!before.bytes_.empty() && fits<std::uint8_t>(most)) {
    bytes_ = with_room(before.bytes_, size);
    change(bytes_, size, others, now);
  } else if (!before.pairs_.empty() && fits<std::uint16_t>(most)) {
    pairs_ = with_room(before.pairs_, size);
    change(pairs_, size, others, now);
  } else if (!before.fours_.empty()) {
    fours_ = with_room(before.fours_, size);
    change(fours_, size, others, now);
  } else if (const std::uint32_t same =
                 now != nullptr && before.size_ > 0 ? (*now)[before.same_] : before.same_;
             before.width() == 0 && stay_same(same, before.size_, size, others)) {
    same_ = same;
  } else {
    std::vector<std::uint32_t> numbers(before.size_);
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = before[i];
    change(numbers, size, others, now);
    pack(numbers);
  }
  size_ = size;
}

std::size_t PackedNumbers::find(std::uint32_t number, std::size_t from) const {
  const auto in = [&](const auto& numbers) {
    using Number = typename std::decay_t<decltype(numbers)>::value_type;
    if (!fits<Number>(number)) return size_;
    return static_cast<std::size_t>(std::find(numbers.begin() + static_cast<std::ptrdiff_t>(from),
                                              numbers.end(), static_cast<Number>(number)) -
                                    numbers.begin());
  };
  if (from >= size_) return size_;
  if (!bytes_.empty()) return in(bytes_);
  if (!pairs_.empty()) return in(pairs_);
  if (!fours_.empty()) return in(fours_);
  return number == same_ ? from : size_;
}

void PackedNumbers::pack(const std::vector<std::uint32_t>& numbers) {
  size_ = numbers.size();
  if (numbers.empty()) return;
  same_ = numbers.front();
  std::uint32_t bits = 0, others = 0;
  for (const std::uint32_t number : numbers) {
    bits |= number;
    others |= number ^ same_;
  }
  if (others == 0) return;
  if (bits <= std::numeric_limits<std::uint8_t>::max())
    bytes_ = narrow<std::uint8_t>(numbers);
  else if (bits <= std::numeric_limits<std::uint16_t>::max())
    pairs_ = narrow<std::uint16_t>(numbers);
  else
    fours_ = numbers;
}

}  // namespace vankien
