#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/legacy/encoding.h"
#include "analyzers/legacy/tables.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"

namespace vankien {

/// Writes Vietnamese the old way, for tests and measurements:
///     write_legacy(LegacyEncoding::kTcvn3, "Nghị quyết")  →  "Ngh\xDE quy\xD5t"
/// Nothing if a letter has no place there. TCVN3 and VPS write toned capitals they lack as small letters; VIQR
/// is written without backslashes.
class LegacyWriter {
 public:
  explicit LegacyWriter(LegacyEncoding encoding) : encoding_(encoding) {
    for (unsigned byte = 1; byte < 0x100; ++byte) {
      const auto one = static_cast<unsigned char>(byte);
      // VPS and VISCII need their bytes for letters; the others keep the signs of windows-1252.
      const bool letters_only = encoding == LegacyEncoding::kVps || encoding == LegacyEncoding::kViscii;
      if (byte >= 0x80 && !letters_only && windows_1252(one) >= 0x2000)
        put(windows_1252(one), std::string(1, static_cast<char>(one)));
      if (const char32_t letter = letter_of_byte(encoding, one); letter != 0)
        put(letter, std::string(1, static_cast<char>(one)));
      if (encoding != LegacyEncoding::kVni) continue;
      for (unsigned mark = 0x80; mark < 0x100; ++mark) {
        const char32_t letter = vni_letter(one, static_cast<unsigned char>(mark));
        const bool capital = letter != 0 && fold_letter(letter) != letter;
        if (letter != 0 && capital == (mark < 0xE0))
          put(letter, {static_cast<char>(one), static_cast<char>(mark)});
      }
    }
  }

  std::optional<std::string> write(std::string_view utf8) const {
    std::string bytes;
    for (const char32_t c : decode_utf8(utf8).chars) {
      const auto letter = write_letter(c);
      if (!letter) return std::nullopt;
      bytes += *letter;
    }
    return bytes;
  }

 private:
  void put(char32_t letter, std::string bytes) { bytes_.emplace(letter, std::move(bytes)); }

  std::optional<std::string> write_letter(char32_t c) const {
    if (c < 0x80) return std::string(1, static_cast<char>(c));
    if (encoding_ == LegacyEncoding::kViqr) return write_viqr(c);
    if (encoding_ == LegacyEncoding::kWindows1258) return write_1258(c);
    if (const auto found = bytes_.find(c); found != bytes_.end()) return found->second;
    if (const auto small = bytes_.find(fold_letter(c)); small != bytes_.end()) return small->second;
    return std::nullopt;
  }

  std::optional<std::string> write_1258(char32_t c) const {
    constexpr char32_t kMarks[] = {0, 0x300, 0x309, 0x303, 0x301, 0x323};
    const Vowel vowel = take_apart(c);
    const char32_t base = vowel.base != 0 ? vowel.base : c;
    const auto found = bytes_.find(base);
    if (base >= 0x80 && found == bytes_.end()) return std::nullopt;
    std::string bytes = base < 0x80 ? std::string(1, static_cast<char>(base)) : found->second;
    if (vowel.tone != Tone::kNone) bytes += bytes_.at(kMarks[static_cast<std::size_t>(vowel.tone)]);
    return bytes;
  }

  static std::optional<std::string> write_viqr(char32_t c) {
    constexpr std::u32string_view kQualities = U"âêôÂÊÔăĂơưƠƯ";
    constexpr std::string_view kSigns = "^^^^^^((++++";
    constexpr std::string_view kTones = " `?~'.";
    if (c == U'đ') return "dd";
    if (c == U'Đ') return "DD";
    const Vowel vowel = take_apart(c);
    if (vowel.base == 0) return std::nullopt;
    std::string bytes(1, static_cast<char>(strip_marks(vowel.base)));
    if (const auto at = kQualities.find(vowel.base); at != std::u32string_view::npos) bytes += kSigns[at];
    if (vowel.tone != Tone::kNone) bytes += kTones[static_cast<std::size_t>(vowel.tone)];
    return bytes;
  }

  LegacyEncoding encoding_;
  std::map<char32_t, std::string> bytes_;
};

inline std::string write_legacy(LegacyEncoding encoding, std::string_view utf8) {
  return LegacyWriter(encoding).write(utf8).value();
}

/// What a program shows that takes legacy bytes for windows-1252, as UTF-8.
inline std::string shown_as_windows_1252(std::string_view bytes) {
  std::string utf8;
  for (const char byte : bytes) append_utf8(utf8, windows_1252(static_cast<unsigned char>(byte)));
  return utf8;
}

}  // namespace vankien
