#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace vankien {

/// A word of at most seven bytes as one number, its bytes and its size: four of five words of running text, and to compare them
/// so is one instruction. 0 stands for no word and for a longer one.
constexpr std::uint64_t short_key(std::string_view word) {
  const std::size_t size = word.size();
  if (size > 7) return 0;
  const auto byte = [&](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(word[i])} << 8 * i;
  };
  if (size < 4) return size == 0 ? 0 : byte(0) | byte(size / 2) | byte(size - 1) | std::uint64_t{size} << 56;
  std::uint64_t key = std::uint64_t{size} << 56;
  if (std::is_constant_evaluated()) {
    for (std::size_t i = 0; i < size; ++i) key |= byte(i);
    return key;
  }
  std::uint32_t begin, end;  // they overlap
  std::memcpy(&begin, word.data(), sizeof begin);
  std::memcpy(&end, word.data() + size - sizeof end, sizeof end);
  return key | begin | std::uint64_t{end} << 8 * (size - sizeof end);
}

/// The word whose key it is; "" for 0.
inline std::string short_word(std::uint64_t key) {
  std::string word(key >> 56, '\0');
  for (std::size_t i = 0; i < word.size(); ++i) word[i] = static_cast<char>(key >> 8 * i);
  return word;
}

}  // namespace vankien
