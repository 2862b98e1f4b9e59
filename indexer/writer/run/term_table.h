#pragma once

#include <xxhash.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/short_key.h"

namespace vankien {

/// Numbers terms in the order they come: find("nghị").number == 0, find("quyết").number == 1, find_pair(0, 1, …).number == 2,
/// find("nghị").number == 0. A term is looked up by one number: its bytes if they are few, else their hash, and a pair by
/// the numbers of its terms, so that most look-ups touch one place of memory. By hashes and bytes, pairs too, they took
/// 14 % of a bulk run, now 6.
class TermTable {
 public:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = kNone;
    std::uint32_t last = 0;  ///< the caller's, kept with the term
  };

  /// At most 255 bytes. What comes back is valid until the next call.
  Slot& find(std::string_view term) {
    const std::uint64_t key = key_of(term);
    const bool whole = (key & kHashed) == 0;
    for (std::size_t place = terms_.place(key);; place = terms_.next(place)) {
      Slot& slot = terms_.slots[place];
      if (slot.number == kNone) return insert(terms_, place, key, term);
      if (slot.key == key && (whole || (*this)[slot.number] == term)) return slot;
    }
  }
  /// The term that two others make: `make()` tells its bytes when it is new. No find() knows it.
  template <class Make>
  Slot& find_pair(std::uint32_t left, std::uint32_t right, Make make) {
    const std::uint64_t key = std::uint64_t{left} << 32 | right;
    for (std::size_t place = pairs_.place(key);; place = pairs_.next(place)) {
      Slot& slot = pairs_.slots[place];
      if (slot.number == kNone) return insert(pairs_, place, key, make());
      if (slot.key == key) return slot;
    }
  }
  /// Before find_pair: its place is on the way to the cache then.
  void expect_pair(std::uint32_t left, std::uint32_t right) const {
    __builtin_prefetch(&pairs_.slots[pairs_.place(std::uint64_t{left} << 32 | right)]);
  }
  std::size_t size() const { return begins_.size() - 1; }
  std::string_view operator[](std::size_t number) const {
    return {text_.data() + begins_[number], begins_[number + 1] - begins_[number]};
  }
  /// The numbers, by their terms' bytes.
  std::vector<std::uint32_t> in_order() const;
  /// Of memory, once more for what in_order() takes.
  std::size_t bytes() const { return text_.size() + size() * (sizeof(Order) + 2 * sizeof(Slot) + 4); }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::uint64_t kHashed = std::uint64_t{1} << 63;
  static constexpr std::size_t kWholeBytes = 7;
  struct Index {
    std::size_t place(std::uint64_t key) const { return (key * 0x9E3779B97F4A7C15) >> shift; }
    std::size_t next(std::size_t place) const { return (place + 1) & (slots.size() - 1); }
    void grow();
    unsigned shift = 64 - 10;
    std::vector<Slot> slots = std::vector<Slot>(1 << 10);
    std::size_t filled = 0;
  };
  /// The first sixteen bytes tell nearly all terms apart, without a look at their text.
  struct Order {
    std::uint64_t head;
    std::uint64_t next;
    std::uint32_t number;
  };

  static std::uint64_t key_of(std::string_view term) {
    return term.size() > kWholeBytes ? XXH3_64bits(term.data(), term.size()) | kHashed : short_key(term);
  }
  Slot& insert(Index& index, std::size_t place, std::uint64_t key, std::string_view term);

  Index terms_;
  Index pairs_;
  std::vector<std::uint32_t> begins_ = {0};
  std::string text_;
};

}  // namespace vankien
