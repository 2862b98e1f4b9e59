#include "indexer/extract/utf.h"

#include <array>

namespace vankien {
namespace {

struct Decoded {
  char32_t code_point = 0;
  std::size_t length = 0;  // 0: not UTF-8
};

Decoded decode(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.size()) return {};
  char32_t code_point = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return {};
    code_point = (code_point << 6) | (byte(i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  if (code_point < kSmallest[length] || code_point > 0x10FFFF) return {};
  if (code_point >= 0xD800 && code_point <= 0xDFFF) return {};
  return {code_point, length};
}

bool is_white(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000 ||
         c == 0xFEFF;
}

/// The ASCII letter below a Vietnamese one, or 0.
char base_letter(char32_t c) {
  static constexpr std::string_view kLatin1 =  // U+00C0 … U+00FF, '-' where there is none
      "aaaaaa-ceeeeiiiidnooooo-ouuuuy--aaaaaa-ceeeeiiiidnooooo-ouuuuy-y";
  static constexpr std::string_view kExtended =  // U+1EA0 … U+1EF9: capital and small letters in turn
      "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";
  if (c >= 0xC0 && c <= 0xFF) return kLatin1[c - 0xC0] == '-' ? '\0' : kLatin1[c - 0xC0];
  if (c >= 0x1EA0 && c <= 0x1EF9) return kExtended[c - 0x1EA0];
  switch (c) {
    case 0x102:
    case 0x103:
      return 'a';
    case 0x110:
    case 0x111:
    case 0x189:
    case 0x256:
      return 'd';
    case 0x128:
    case 0x129:
      return 'i';
    case 0x168:
    case 0x169:
    case 0x1AF:
    case 0x1B0:
      return 'u';
    case 0x1A0:
    case 0x1A1:
      return 'o';
    default:
      return 0;
  }
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = decode(bytes, at).length;
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

void append_utf8(std::string& out, char32_t c) {
  if ((c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) c = 0xFFFD;
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80u | ((c >> shift) & 0x3Fu)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0u | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0u | (c >> 12));
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0u | (c >> 18));
    tail(12), tail(6), tail(0);
  }
}

std::optional<std::size_t> append_utf16(std::string& out, std::u16string_view units) {
  std::optional<std::size_t> first_bad;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char32_t unit = units[i];
    const bool high = unit >= 0xD800 && unit <= 0xDBFF;
    if (high && i + 1 < units.size() && units[i + 1] >= 0xDC00 && units[i + 1] <= 0xDFFF) {
      append_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (units[i + 1] - 0xDC00u));
      ++i;
      continue;
    }
    if (!first_bad && unit >= 0xD800 && unit <= 0xDFFF) first_bad = i;
    append_utf8(out, unit);
  }
  return first_bad;
}

std::size_t count_letters(std::string_view utf8) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = decode(utf8, at);
    if (next.length == 0) {
      ++at;
      continue;
    }
    const char32_t c = next.code_point;
    const bool ascii_letter = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (c < 0x80 ? ascii_letter : !is_white(c)) ++letters;
    at += next.length;
  }
  return letters;
}

std::string bare(std::string_view utf8) {
  std::string shadow;
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = decode(utf8, at);
    at += next.length == 0 ? 1 : next.length;
    if (next.length == 0) continue;
    const char32_t c = next.code_point;
    if (is_white(c)) {
      if (!shadow.empty() && shadow.back() != ' ') shadow += ' ';
    } else if (c < 0x80) {
      shadow += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    } else if (const char letter = base_letter(c)) {
      shadow += letter;
    }
  }
  if (!shadow.empty() && shadow.back() == ' ') shadow.pop_back();
  return shadow;
}

}  // namespace vankien
