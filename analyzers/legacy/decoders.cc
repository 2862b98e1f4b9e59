#include "analyzers/legacy/decoders.h"

#include "analyzers/legacy/tables.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

std::u32string decode_bytes(LegacyEncoding encoding, std::u32string_view shown) {
  std::u32string text;
  text.reserve(shown.size());
  for (const char32_t c : shown) {
    const char32_t byte = byte_shown_as(c);
    const char32_t letter = byte < 0x100 ? letter_of_byte(encoding, static_cast<unsigned char>(byte)) : 0;
    text += letter != 0                   ? letter
            : byte >= 0x80 && byte < 0xA0 ? windows_1252(static_cast<unsigned char>(byte))
                                          : c;
  }
  return text;
}

std::u32string decode_vni(std::u32string_view shown) {
  std::u32string text;
  text.reserve(shown.size());
  char32_t before = 0;
  for (const char32_t c : shown) {
    const char32_t byte = byte_shown_as(c);
    const bool mark = byte >= 0x80 && byte < 0x100;
    const char32_t joined = mark && before < 0x100 ? vni_letter(static_cast<unsigned char>(before),
                                                                static_cast<unsigned char>(byte))
                                                   : 0;
    before = byte;
    if (joined != 0) {
      text.back() = joined;
      before = 0;
      continue;
    }
    const char32_t letter = mark ? letter_of_byte(LegacyEncoding::kVni, static_cast<unsigned char>(byte)) : 0;
    text += letter != 0 ? letter : mark && byte < 0xA0 ? windows_1252(static_cast<unsigned char>(byte)) : c;
  }
  return text;
}

Tone tone_of_mark(char32_t mark) {
  switch (mark) {
    case 0x300:
      return Tone::kGrave;
    case 0x301:
      return Tone::kAcute;
    case 0x303:
      return Tone::kTilde;
    case 0x309:
      return Tone::kHook;
    case 0x323:
      return Tone::kDot;
    default:
      return Tone::kNone;
  }
}

std::u32string decode_windows_1258(std::u32string_view shown) {
  std::u32string text;
  for (const char32_t c : shown) {
    const std::u32string letter = decode_bytes(LegacyEncoding::kWindows1258, {&c, 1});
    // A mark that is Unicode already belongs to another text.
    const Tone tone = letter[0] == c ? Tone::kNone : tone_of_mark(letter[0]);
    const Vowel vowel = text.empty() ? Vowel{} : take_apart(text.back());
    if (tone != Tone::kNone && vowel.base != 0 && vowel.tone == Tone::kNone) {
      text.back() = with_tone(vowel.base, tone);
    } else {
      text += letter;
    }
  }
  return text;
}

std::size_t length_of_sequence(char32_t lead) { return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2; }

// The chunk as it is where the bytes are no UTF-8.
std::u32string decode_utf8_bytes(std::u32string_view shown) {
  std::u32string text;
  for (std::size_t i = 0; i < shown.size();) {
    const char32_t lead = byte_shown_as(shown[i]);
    const std::size_t length = lead < 0xC2 || lead > 0xF4 ? 1 : length_of_sequence(lead);
    char32_t letter = length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07;
    bool whole = length > 1 && i + length <= shown.size();
    for (std::size_t k = 1; whole && k < length; ++k) {
      const char32_t next = byte_shown_as(shown[i + k]);
      whole = next >= 0x80 && next < 0xC0;
      letter = letter << 6 | (next & 0x3F);
    }
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    whole = whole && letter >= kLeast[length] && letter <= 0x10FFFF && !(letter >= 0xD800 && letter < 0xE000);
    text += whole ? letter : shown[i];
    i += whole ? length : 1;
  }
  return text;
}

}  // namespace

std::u32string decode_glyph_ids(std::u32string_view chunk) {
  constexpr char32_t kShift = 0x19FC;
  std::u32string text(chunk);
  for (char32_t& c : text) {
    if (c >= 0x1EA0 - kShift && c <= 0x1EF9 - kShift) {
      c += kShift;
    } else if (c >= 0x46A && c <= 0x46D) {  // Ѫ ѫ Ѭ ѭ, four glyphs in a row
      c = std::u32string_view(U"ƠơƯư")[c - 0x46A];
    } else if (c == 0x108) {  // Ĉ
      c = U'Đ';
    } else if (c == 0xFF) {  // ÿ
      c = U'đ';
    } else if (c == 0x1AD) {  // ƭ
      c = U'ĩ';
    }
  }
  return text;
}

std::u32string decode_chunk(LegacyEncoding encoding, std::u32string_view shown, std::u32string_view after) {
  switch (encoding) {
    case LegacyEncoding::kTcvn3:
    case LegacyEncoding::kViscii:
    case LegacyEncoding::kVps:
      return decode_bytes(encoding, shown);
    case LegacyEncoding::kVni:
      return decode_vni(shown);
    case LegacyEncoding::kWindows1258:
      return decode_windows_1258(shown);
    case LegacyEncoding::kViqr:
      return decode_viqr(shown, after);
    case LegacyEncoding::kUtf8:
      return decode_utf8_bytes(shown);
    case LegacyEncoding::kDoubleVni:
    case LegacyEncoding::kDoubleTcvn3:
      return undo_double_conversion(encoding, shown);
    case LegacyEncoding::kGlyphIds:
      return decode_glyph_ids(shown);
    case LegacyEncoding::kNone:
      break;
  }
  return std::u32string(shown);
}

}  // namespace vankien
