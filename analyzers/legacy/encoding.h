#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vankien {

/// How a Vietnamese text was written before Unicode, or what a converter made of it since.
enum class LegacyEncoding : std::uint8_t {
  kNone,
  kTcvn3,        ///< ABC, the .Vn fonts: one byte a letter, no capitals with a tone
  kVni,          ///< VNI-Windows: vowel, then a byte for its marks
  kViscii,       ///< one byte a letter
  kVps,          ///< one byte a letter
  kWindows1258,  ///< letter, then a byte for its tone
  kViqr,         ///< ASCII: Vie^.t Nam
  kUtf8,         ///< UTF-8 read as Latin-1: Viá»‡t
  kDoubleVni,    ///< Unicode taken for VNI and converted again: cơng tác, cĩ, kế tốn
  kDoubleTcvn3,  ///< Unicode taken for TCVN3 and converted again: cụng tỏc, khụng
  kGlyphIds,     ///< the glyphs' numbers instead of letters: ViӋt, tiӃng
};

inline constexpr std::size_t kLegacyEncodings = 11;

/// All but kNone, the commoner first: of two readings that explain a text alike, the first is taken.
inline constexpr std::array<LegacyEncoding, kLegacyEncodings - 1> kCandidates = {
    LegacyEncoding::kTcvn3,       LegacyEncoding::kVni,       LegacyEncoding::kUtf8,
    LegacyEncoding::kWindows1258, LegacyEncoding::kViscii,    LegacyEncoding::kVps,
    LegacyEncoding::kViqr,        LegacyEncoding::kDoubleVni, LegacyEncoding::kDoubleTcvn3,
    LegacyEncoding::kGlyphIds};

/// As it is said to people: "TCVN3", "VNI", "double conversion (VNI)".
std::string_view name_of(LegacyEncoding encoding);

/// The encoding a web page declares: "windows-1258", "x-viet-tcvn5712", "VISCII"; nothing for others.
std::optional<LegacyEncoding> encoding_of_charset(std::string_view charset);

}  // namespace vankien
