#include "analyzers/mapped_text.h"

#include <unicode/utf8.h>

namespace vankien {

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
    UChar32 c;
    U8_NEXT_OR_FFFD(data, i, size, c);
    text.chars[count] = static_cast<char32_t>(c);
  }
  text.offsets[count] = static_cast<std::uint32_t>(size);
  text.chars.resize(count);
  text.offsets.resize(count + 1);
  return text;
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
  std::string out;
  out.reserve(chars.size() * 2);
  for (const char32_t c : chars) append_utf8(out, c);
  return out;
}

std::optional<std::size_t> first_bad_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t i = 0;
  while (i < size) {
    const std::int64_t begin = i;
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c < 0) return static_cast<std::size_t>(begin);
  }
  return std::nullopt;
}

}  // namespace vankien
