#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vankien {

// A run is a longest row of bytes between separators: ASCII letters, digits and whatever is beyond ASCII, but for the
// no-break space and U+2010–2027 (dashes, quotes, bullets).  "số 05-NQ/TU" has the runs số, 05, NQ, TU.
// Runs are read sixteen bytes at a time: byte by byte took a third of the whole walk.

/// The bytes of a run, then zeros: no run holds one. Of a run of more than 24 bytes, the first 24.
using RunKey = std::array<std::uint64_t, 3>;

struct RunScan {
  std::size_t end = 0;
  bool has_digit = false;  ///< an ASCII digit
  bool all_digits = true;
  RunKey key{};
};

/// Bytes of the separator beyond ASCII that stands at that byte: the no-break space (2), U+2010–2027 (3); 0 = none does.
inline std::size_t wide_separator(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(at) == 0xC2) return byte(at + 1) == 0xA0 ? 2 : 0;
  return byte(at) == 0xE2 && byte(at + 1) == 0x80 && byte(at + 2) >= 0x90 && byte(at + 2) <= 0xA7 ? 3 : 0;
}

/// The same of a code point: true for everything that stands between runs.
constexpr bool separates_runs(char32_t c) {
  if (c < 0x80) return !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  return c == 0xA0 || (c >= 0x2010 && c <= 0x2027);
}

namespace sixteen_bytes {

// What GCC and Clang turn into the vector instructions of any processor. Halves are numbers whose lowest byte is the first.
static_assert(std::endian::native == std::endian::little);
using Bytes = unsigned char __attribute__((vector_size(16)));
using Halves = std::array<std::uint64_t, 2>;

inline Bytes load(std::string_view text, std::size_t at) {
  Bytes bytes{};
  if (at + sizeof bytes <= text.size())
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
  else if (at < text.size())
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  return bytes;
}

inline void mark_wide_separators(std::string_view text, std::size_t at, Halves& stops) {
  for (std::size_t i = 0; i < 16; ++i)
    if (wide_separator(text, at + i) != 0) stops[i / 8] |= std::uint64_t{0xFF} << (8 * (i % 8));
}

// All ones in the bytes below the first that is marked.
constexpr std::uint64_t below_first(std::uint64_t marked) {
  return marked == 0 ? ~std::uint64_t{0} : ((marked & (~marked + 1)) & 0x0101010101010101u) - 1;
}

}  // namespace sixteen_bytes

/// The run that begins at a byte which is no separator.
inline RunScan scan_run(std::string_view text, std::size_t begin) {
  using namespace sixteen_bytes;
  RunScan run;
  std::size_t word = 0;
  // Takes eight bytes to the run; their separators are marked. False if one is: the first, and what follows, is no part.
  const auto take = [&](std::uint64_t bytes, std::uint64_t digits, std::uint64_t stops) {
    const std::uint64_t kept = below_first(stops);
    run.has_digit |= (digits & kept) != 0;
    run.all_digits &= (~digits & kept) == 0;
    if (word < run.key.size()) run.key[word] = bytes & kept;
    run.end = begin + 8 * word + static_cast<std::size_t>(stops == 0 ? 8 : std::countr_zero(stops) / 8);
    ++word;
    return stops == 0;
  };
  for (;;) {
    const std::size_t at = begin + 8 * word;
    const Bytes bytes = load(text, at);
    const Bytes digits = (Bytes)((bytes - '0') < 10);
    const Bytes letters = (Bytes)(((bytes | 0x20) - 'a') < 26);
    const Bytes leads = (Bytes)((bytes | 0x20) == 0xE2);  // C2 or E2: they differ in one bit
    auto stops = std::bit_cast<Halves>((digits | letters | (Bytes)(bytes >= 0x80)) == 0);
    if (const auto found = std::bit_cast<Halves>(leads); (found[0] | found[1]) != 0) [[unlikely]]
      mark_wide_separators(text, at, stops);
    const auto halves = std::bit_cast<Halves>(bytes);
    const auto digit = std::bit_cast<Halves>(digits);
    if (!take(halves[0], digit[0], stops[0]) || !take(halves[1], digit[1], stops[1])) return run;
  }
}

}  // namespace vankien
