#include "analyzers/mapped_text.h"

#include <unicode/utf8.h>

#include <bit>
#include <cstring>

#include "analyzers/usual_letter.h"

namespace vankien {
namespace {

// ASCII letters before another, of the next eight bytes.
constexpr std::int64_t kWord = 8;
std::int64_t ascii_letters(const std::uint8_t* data) {
  std::uint64_t word;
  std::memcpy(&word, data, sizeof word);
  word &= 0x8080808080808080u;
  return word == 0 ? kWord : std::countr_zero(word) / 8;
}

}  // namespace

MappedText decode_utf8(std::string_view bytes) {
  MappedText text;
  text.chars.resize(bytes.size());
  text.offsets.resize(bytes.size() + 1);
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::size_t count = 0;
  for (std::int64_t i = 0; i < size; ++count) {
    text.offsets[count] = static_cast<std::uint32_t>(i);
    if (data[i] < 0x80) {
      text.chars[count] = data[i++];
      continue;
    }
    if (const std::size_t known = usual_letter(data, i, size, text.chars[count]); known != 0) {
      i += static_cast<std::int64_t>(known);
      continue;
    }
    UChar32 c;
    U8_NEXT_OR_FFFD(data, i, size, c);
    text.chars[count] = static_cast<char32_t>(c);
  }
  text.offsets[count] = static_cast<std::uint32_t>(size);
  text.chars.resize(count);
  text.offsets.resize(count + 1);
  return text;
}

char32_t next_code_point(std::string_view bytes, std::size_t& at) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (data[at] < 0x80) return data[at++];
  const auto size = static_cast<std::int64_t>(bytes.size());
  auto i = static_cast<std::int64_t>(at);
  char32_t letter;
  if (const std::size_t known = usual_letter(data, i, size, letter); known != 0) {
    at += known;
    return letter;
  }
  UChar32 c;
  U8_NEXT_OR_FFFD(data, i, size, c);
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  if ((c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) c = 0xFFFD;
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(c));
  out.append(buffer, static_cast<std::size_t>(length));
}

std::string encode_utf8(std::u32string_view chars) {
  std::size_t bytes = 0;
  for (const char32_t c : chars)
    bytes += 1u + (c >= 0x80) + (c >= 0x800) +
             (c >= 0x10000 && c <= 0x10FFFF);  // what is none takes U+FFFD's three
  std::string out(bytes, '\0');
  std::size_t at = 0;
  for (char32_t c : chars) {
    if (c < 0x80) {
      out[at++] = static_cast<char>(c);
      continue;
    }
    if ((c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) c = 0xFFFD;
    U8_APPEND_UNSAFE(out, at, static_cast<UChar32>(c));
  }
  return out;
}

std::optional<std::size_t> first_bad_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t i = 0;
  while (i < size) {
    if (i + kWord <= size) {
      const std::int64_t letters = ascii_letters(data + i);
      i += letters;
      if (letters == kWord) continue;
    } else if (data[i] < 0x80) {
      ++i;
      continue;
    }
    char32_t letter;
    if (const std::size_t known = usual_letter(data, i, size, letter); known != 0) {
      i += static_cast<std::int64_t>(known);
      continue;
    }
    const std::int64_t begin = i;
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c < 0) return static_cast<std::size_t>(begin);
  }
  return std::nullopt;
}

}  // namespace vankien
