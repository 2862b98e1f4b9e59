#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vankien::glass {

// How Xapian 1.4 writes numbers and keys (1.4.22, common/pack.h). Other files of this folder say what is made of them.

/// Seven bits a byte, lowest first: 300 → AC 02.
inline void append_number(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

/// Its length, then the text.
inline void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size());
  out += text;
}

/// A document's number so that keys sort as numbers do: two bytes below 8000 (hex), then as many leading ones as bytes are more.
///   5 → 00 05     0x8000 → 80 80 00     0x123456 → 92 34 56     0x12345678 → D2 34 56 78
inline void append_sortable(std::string& out, std::uint32_t value) {
  std::size_t bytes = 2;
  for (std::uint64_t room = 0x8000; value >= room; room <<= 7) ++bytes;
  const unsigned ones = bytes == 2 ? 0 : 0xFFu << (10 - bytes) & 0xFFu;
  std::uint64_t left = value;
  char made[8];
  for (std::size_t i = bytes; i-- > 0; left >>= 8) made[i] = static_cast<char>(left & 0xFF);
  made[0] = static_cast<char>(static_cast<unsigned char>(made[0]) | ones);
  out.append(made, bytes);
}

/// A zero byte is written 00 FF, so that what follows a term (00, then no FF) sorts before longer terms.
inline void append_key_text(std::string& out, std::string_view text) {
  for (const char letter : text) {
    out += letter;
    if (letter == '\0') out += '\xFF';
  }
}

}  // namespace vankien::glass
