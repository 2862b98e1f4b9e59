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

// One bit a byte, the first byte the lowest; each byte is 0 or FF.
inline unsigned bits_of(Bytes marked) {
#ifdef __SSE2__
  return static_cast<unsigned>(
      __builtin_ia32_pmovmskb128(std::bit_cast<char __attribute__((vector_size(16)))>(marked)));
#else
  const auto eight = [](std::uint64_t half) {
    return (half & 0x8040201008040201u) * 0x0101010101010101u >> 56;
  };
  const auto halves = std::bit_cast<Halves>(marked);
  return static_cast<unsigned>(eight(halves[0]) | eight(halves[1]) << 8);
#endif
}

// The first bytes alone, then zeros.
inline Bytes first_bytes(Bytes bytes, std::size_t count) {
  static constexpr auto kMask = [] {
    std::array<unsigned char, 32> mask{};
    for (std::size_t i = 0; i < 16; ++i) mask[i] = 0xFF;
    return mask;
  }();
  Bytes mask;
  std::memcpy(&mask, kMask.data() + 16 - count, sizeof mask);
  return bytes & mask;
}

struct Window {
  Bytes bytes;
  unsigned stops = 0;   ///< bits of the separators; no text is one, too
  unsigned digits = 0;  ///< bits of the ASCII digits
};

inline Window read_window(std::string_view text, std::size_t at) {
  const Bytes bytes = load(text, at);
  const Bytes digits = (Bytes)((bytes - '0') < 10);
  const Bytes letters = (Bytes)(((bytes | 0x20) - 'a') < 26);
  Window window{bytes, bits_of((Bytes)((digits | letters | (Bytes)(bytes >= 0x80)) == 0)), bits_of(digits)};
  const Bytes leads = (Bytes)((bytes | 0x20) == 0xE2);  // C2 or E2: they differ in one bit
  if (unsigned found = bits_of(leads); found != 0) [[unlikely]]
    for (; found != 0; found &= found - 1) {
      const auto i = static_cast<unsigned>(std::countr_zero(found));
      if (wide_separator(text, at + i) != 0) window.stops |= 1u << i;
    }
  return window;
}

}  // namespace sixteen_bytes

/// The run that begins at a byte which is no separator. In line: a call a run took a twenty-fifth of the chain's instructions.
[[gnu::always_inline]] inline RunScan scan_run(std::string_view text, std::size_t begin) {
  using namespace sixteen_bytes;
  RunScan run;
  for (std::size_t read = 0;; read += 16) {
    const Window window = read_window(text, begin + read);
    const std::size_t count =
        window.stops == 0 ? 16 : static_cast<std::size_t>(std::countr_zero(window.stops));
    const unsigned kept = (1u << count) - 1;
    run.has_digit |= (window.digits & kept) != 0;
    run.all_digits &= (window.digits & kept) == kept;
    const auto halves = std::bit_cast<Halves>(first_bytes(window.bytes, count));
    if (read == 0) {
      run.key[0] = halves[0];
      run.key[1] = halves[1];
    } else if (read == 16) {
      run.key[2] = halves[0];
    }
    if (window.stops != 0) [[likely]] {
      run.end = begin + read + count;
      return run;
    }
  }
}

}  // namespace vankien
