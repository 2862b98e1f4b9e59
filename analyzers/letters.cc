#include "analyzers/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

// Rows: the twelve vowels, small then capital. Columns: the six tones. Source: the Vietnamese alphabet, TCVN
// 6909:2001.
constexpr std::array<std::u32string_view, 24> kVowels = {
    U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ", U"êềểễếệ", U"iìỉĩíị", U"oòỏõóọ", U"ôồổỗốộ",
    U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ", U"AÀẢÃÁẠ", U"ĂẰẲẴẮẶ", U"ÂẦẨẪẤẬ", U"EÈẺẼÉẸ",
    U"ÊỀỂỄẾỆ", U"IÌỈĨÍỊ", U"OÒỎÕÓỌ", U"ÔỒỔỖỐỘ", U"ƠỜỞỠỚỢ", U"UÙỦŨÚỤ", U"ƯỪỬỮỨỰ", U"YỲỶỸÝỴ"};
constexpr std::u32string_view kBareVowels = U"aaaeeiooouuyAAAEEIOOOUUY";

// Everything about the letters below U+1F00 in one table, since the chain asks for every letter of every
// document.
struct LetterRow {
  Vowel vowel;
  char32_t bare = 0;
  char32_t folded = 0;
};
constexpr std::size_t kTableSize = 0x1F00;

char32_t strip_by_decomposition(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(letter), parts)) return letter;
  const UChar32 first = parts.char32At(0);
  // Only Latin: a Devanagari or Hangul letter taken apart would be another letter.
  return u_getIntPropertyValue(first, UCHAR_BLOCK) <= UBLOCK_LATIN_EXTENDED_B ? static_cast<char32_t>(first)
                                                                              : letter;
}

// U+0345, a mark, would fold to the letter iota and make a word of no bytes.
char32_t fold_unless_mark(char32_t c) {
  return is_extender(c) ? c : static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

// The precomposed Vietnamese letters beyond Latin-1 and Latin Extended-A: what the properties below need not be asked for.
bool is_plain_vietnamese(char32_t c) { return c >= 0x1EA0 && c <= 0x1EF9; }

int grapheme_class(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

const std::array<LetterRow, kTableSize>& table() {
  static const auto rows = [] {
    std::array<LetterRow, kTableSize> made;
    for (std::size_t i = 0; i < kTableSize; ++i) {
      made[i].bare = strip_by_decomposition(static_cast<char32_t>(i));
      made[i].folded = fold_unless_mark(static_cast<char32_t>(i));
    }
    for (std::size_t row = 0; row < kVowels.size(); ++row)
      for (std::size_t tone = 0; tone < 6; ++tone) {
        auto& entry = made[kVowels[row][tone]];
        entry.vowel = {kVowels[row][0], static_cast<Tone>(tone)};
        entry.bare = kBareVowels[row];
      }
    made[U'đ'].bare = U'd';
    made[U'Đ'].bare = U'D';
    return made;
  }();
  return rows;
}

// ASCII without the table: most letters are, and asking whether a static has been made costs more than the answer.
constexpr bool is_ascii_vowel(char32_t c) {
  return std::u32string_view(U"aeiouyAEIOUY").find(c) != std::u32string_view::npos;
}

constexpr std::array<Vowel, 0x80> kAsciiVowels = [] {
  std::array<Vowel, 0x80> vowels{};
  for (char32_t c = 0; c < vowels.size(); ++c)
    if (is_ascii_vowel(c)) vowels[c].base = c;
  return vowels;
}();

}  // namespace

Vowel take_apart(char32_t letter) {
  if (letter < kAsciiVowels.size()) return kAsciiVowels[letter];
  return letter < kTableSize ? table()[letter].vowel : Vowel{};
}

char32_t with_tone(char32_t base, Tone tone) {
  const auto row =
      std::find_if(kVowels.begin(), kVowels.end(), [&](auto vowels) { return vowels[0] == base; });
  return row == kVowels.end() ? base : (*row)[static_cast<std::size_t>(tone)];
}

char32_t strip_marks(char32_t letter) {
  return letter >= 0x80 && letter < kTableSize ? table()[letter].bare : letter;
}

std::string bare_form(std::string_view word) {
  const MappedText text = decode_utf8(word);
  std::string out;
  out.reserve(word.size());
  for (const char32_t c : text.chars) append_utf8(out, strip_marks(c));
  return out;
}

bool has_marks(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return false;
  const MappedText text = decode_utf8(word);
  return std::any_of(text.chars.begin(), text.chars.end(), [](char32_t c) { return strip_marks(c) != c; });
}

char32_t fold_letter(char32_t letter) {
  if (letter < 0x80) return letter >= U'A' && letter <= U'Z' ? letter | 0x20 : letter;
  if (letter < kTableSize) return table()[letter].folded;
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(letter), U_FOLD_CASE_DEFAULT));
}

char32_t capital_letter(char32_t letter) {
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter)));
}

bool is_extender(char32_t c) {
  if (c < 0x300 || is_plain_vietnamese(c)) return false;
  if ((U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0) return true;
  switch (grapheme_class(c)) {
    case U_GCB_EXTEND:
    case U_GCB_SPACING_MARK:
    case U_GCB_ZWJ:
      return true;
    default:
      return false;
  }
}

bool is_prefix(char32_t c) {
  return c >= 0x600 && !is_plain_vietnamese(c) && grapheme_class(c) == U_GCB_PREPEND;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
  if (is_plain_vietnamese(c)) return true;
  // The letter-like i of information is drawn as a picture and joins with others of its kind.
  return u_isalpha(static_cast<UChar32>(c)) && !is_extender(c) && !is_prefix(c) && c != 0x2139;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= U'0' && c <= U'9';
  return u_isdigit(static_cast<UChar32>(c));
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 9 && c <= 13);
  return u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

}  // namespace vankien
