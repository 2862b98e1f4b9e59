#include "searchd/search/archive/packed_numbers.h"

#include <algorithm>
#include <limits>

namespace vankien {
namespace {

template <typename Narrow>
std::vector<Narrow> narrow(const std::vector<std::uint32_t>& numbers) {
  std::vector<Narrow> out(numbers.size());
  std::transform(numbers.begin(), numbers.end(), out.begin(),
                 [](auto number) { return static_cast<Narrow>(number); });
  return out;
}

}  // namespace

PackedNumbers::PackedNumbers(const std::vector<std::uint32_t>& numbers) : size_(numbers.size()) {
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
