#include "indexer/writer/run/term_table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace vankien {

TermTable::Slot& TermTable::insert(Index& index, std::size_t place, std::uint64_t key,
                                   std::string_view term) {
  const auto number = static_cast<std::uint32_t>(size());
  text_ += term;
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  if (++index.filled * 4 > index.slots.size() * 3) {
    index.grow();
    place = index.place(key);
    while (index.slots[place].number != kNone) place = index.next(place);
  }
  return index.slots[place] = {key, number, 0};
}

void TermTable::Index::grow() {
  const std::vector<Slot> before = std::exchange(slots, std::vector<Slot>(slots.size() * 2));
  --shift;
  for (const Slot& slot : before) {
    if (slot.number == kNone) continue;
    std::size_t to = place(slot.key);
    while (slots[to].number != kNone) to = next(to);
    slots[to] = slot;
  }
}

std::vector<std::uint32_t> TermTable::in_order() const {
  static_assert(std::endian::native == std::endian::little);
  std::vector<Order> order(size());
  for (std::uint32_t number = 0; number < order.size(); ++number) {
    const std::string_view term = (*this)[number];
    std::uint64_t head[2] = {0, 0};
    std::memcpy(head, term.data(), std::min<std::size_t>(term.size(), sizeof head));
    order[number] = {__builtin_bswap64(head[0]), __builtin_bswap64(head[1]), number};
  }
  std::sort(order.begin(), order.end(), [&](const Order& a, const Order& b) {
    if (a.head != b.head) return a.head < b.head;
    if (a.next != b.next) return a.next < b.next;
    return (*this)[a.number] < (*this)[b.number];
  });
  std::vector<std::uint32_t> numbers(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) numbers[i] = order[i].number;
  return numbers;
}

}  // namespace vankien
