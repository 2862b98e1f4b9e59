#include "analyzers/legacy/tables.h"

#include <algorithm>
#include <map>

namespace vankien {
namespace {

#include "analyzers/data/legacy_encodings.inc"

using Page = std::array<char16_t, 128>;

char32_t look_up(const Page& page, unsigned char byte) { return byte < 0x80 ? 0 : page[byte - 0x80u]; }

// Both bytes as one index; 5 × 256 vowels would waste nothing worth saving.
const std::array<char16_t, 0x10000>& vni_pairs() {
  static const auto made = [] {
    std::array<char16_t, 0x10000> pairs{};
    for (const VniPair& pair : kVniPairs)
      pairs[pair.base * 256u + pair.mark] = static_cast<char16_t>(pair.letter);
    // i and y have letters of one byte for some tones; real files have them as vowel and mark too: "Chiùnh".
    constexpr std::u32string_view kMarked[] = {U"iíìỉĩị", U"yýỳỷỹỵ", U"IÍÌỈĨỊ", U"YÝỲỶỸỴ"};
    constexpr unsigned char kMarks[] = {0, 0xF9, 0xF8, 0xFB, 0xF5, 0xEF};
    for (const std::u32string_view letters : kMarked)
      for (std::size_t tone = 1; tone < letters.size(); ++tone)
        for (const unsigned shift : {0u, letters[0] < U'a' ? 0x20u : 0u})
          pairs[letters[0] * 256u + kMarks[tone] - shift] = static_cast<char16_t>(letters[tone]);
    // Capital vowel, small mark: the mark byte is the small one's, 0x20 above the capital's.
    for (const VniPair& pair : kVniPairs) {
      const bool capital = pair.mark < 0xE0;
      auto& mixed = pairs[pair.base * 256u + (pair.mark + 0x20u) % 256u];
      if (capital && mixed == 0) mixed = static_cast<char16_t>(pair.letter);
    }
    return pairs;
  }();
  return made;
}

}  // namespace

char32_t letter_of_byte(LegacyEncoding encoding, unsigned char byte) {
  switch (encoding) {
    case LegacyEncoding::kTcvn3:
      return look_up(kTcvn3, byte);
    case LegacyEncoding::kVps:
      return look_up(kVps, byte);
    case LegacyEncoding::kWindows1258:
      return look_up(kWindows1258Bytes, byte);
    case LegacyEncoding::kVni:
      return look_up(kVniSingles, byte);
    case LegacyEncoding::kViscii:
      for (const ByteLetter& low : kVisciiBelowBlank)
        if (low.byte == byte) return low.letter;
      return look_up(kViscii, byte);
    default:
      return 0;
  }
}

char32_t vni_letter(unsigned char vowel, unsigned char mark) { return vni_pairs()[vowel * 256u + mark]; }

char32_t windows_1252(unsigned char byte) {
  const char32_t letter = look_up(kWindows1252, byte);
  return letter == 0 ? byte : letter;
}

char32_t byte_shown_as(char32_t shown) {
  if (shown < 0x100) return shown;
  if (shown >= 0xF080 && shown <= 0xF0FF) return shown - 0xF000;
  static const auto kShown = [] {
    std::map<char32_t, char32_t> bytes = {{0x2212, 0xAD}, {0x2219, 0xB7}, {0x03BC, 0xB5}};
    for (std::size_t i = 0; i < kWindows1252.size(); ++i)
      if (kWindows1252[i] != 0) bytes.emplace(kWindows1252[i], 0x80 + i);
    return bytes;
  }();
  const auto found = kShown.find(shown);
  return found == kShown.end() ? shown : found->second;
}

}  // namespace vankien
