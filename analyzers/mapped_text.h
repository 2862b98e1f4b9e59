#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// Text whose every code point remembers the bytes of the original it came from, so that whatever the chain
/// does to the letters, a highlight points into the document as it was stored.
///   "Uỷ" typed as U + y + combining hook above  →  chars {U, ỷ}, offsets {0, 1, 4}
/// Code point i stands for the original bytes [offsets[i], offsets[i + 1]).
struct MappedText {
  std::u32string chars;
  std::vector<std::uint32_t> offsets;  ///< chars.size() + 1 entries, never falling

  std::uint32_t begin_of(std::size_t i) const { return offsets[i]; }
  std::uint32_t end_of(std::size_t i) const { return offsets[i + 1]; }
};

/// Any bytes are accepted: each ill-formed sequence becomes one U+FFFD (as Unicode 15 §3.9 recommends), which
/// is no letter. At most 4 GiB.
MappedText decode_utf8(std::string_view bytes);

/// The code point that begins at `at`, which moves behind it; as decode_utf8 reads it.
char32_t next_code_point(std::string_view bytes, std::size_t& at);

/// Appends one code point as UTF-8; what is none (a surrogate) becomes U+FFFD.
void append_utf8(std::string& out, char32_t c);
std::string encode_utf8(std::u32string_view chars);

/// Offset of the first byte that is not well-formed UTF-8, or nothing: first_bad_utf8("Đ\xFF") == 2.
std::optional<std::size_t> first_bad_utf8(std::string_view bytes);
inline bool is_valid_utf8(std::string_view bytes) { return !first_bad_utf8(bytes); }

}  // namespace vankien
