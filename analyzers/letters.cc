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
  char32_t capital = 0;
  bool letter = false;
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

// Dashes, quotes, the bullet and the ellipsis of print: no letters, digits or blanks.
bool is_print_sign(char32_t c) { return c >= 0x2010 && c <= 0x2027; }

int grapheme_class(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

bool is_letter_by_properties(char32_t c) {
  // The letter-like i of information is drawn as a picture and joins with others of its kind.
  return u_isalpha(static_cast<UChar32>(c)) && !is_extender(c) && !is_prefix(c) && c != 0x2139;
}

using Table = std::array<LetterRow, kTableSize>;

Table make_table() {
  Table made;
  for (std::size_t i = 0; i < kTableSize; ++i) {
    made[i].bare = strip_by_decomposition(static_cast<char32_t>(i));
    made[i].folded = fold_unless_mark(static_cast<char32_t>(i));
    made[i].capital = static_cast<char32_t>(u_toupper(static_cast<UChar32>(i)));
    made[i].letter = is_letter_by_properties(static_cast<char32_t>(i));
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
}

// Small, so that it is no call.
inline const Table& table() {
  static const Table rows = make_table();
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

std::string bare_form(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) append_utf8(out, strip_marks(next_code_point(word, at)));
  return out;
}

bool has_marks(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (strip_marks(c) != c) return true;
  }
  return false;
}

bool is_prefix(char32_t c) {
  return c >= 0x600 && !is_plain_vietnamese(c) && grapheme_class(c) == U_GCB_PREPEND;
}

char32_t letters_beyond_ascii::strip_marks(char32_t letter) {
  return letter < kTableSize ? table()[letter].bare : letter;
}

char32_t letters_beyond_ascii::fold_letter(char32_t letter) {
  if (letter < kTableSize) return table()[letter].folded;
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(letter), U_FOLD_CASE_DEFAULT));
}

char32_t letters_beyond_ascii::capital_letter(char32_t letter) {
  if (letter < kTableSize) return table()[letter].capital;
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter)));
}

bool letters_beyond_ascii::is_extender(char32_t c) {
  if (is_plain_vietnamese(c)) return false;
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

bool letters_beyond_ascii::is_letter(char32_t c) {
  if (is_plain_vietnamese(c)) return true;
  if (c < kTableSize) return table()[c].letter;
  return !is_print_sign(c) && is_letter_by_properties(c);
}

bool letters_beyond_ascii::is_digit(char32_t c) {
  return !is_plain_vietnamese(c) && !is_print_sign(c) && u_isdigit(static_cast<UChar32>(c));
}

bool letters_beyond_ascii::is_space(char32_t c) {
  return !is_plain_vietnamese(c) && !is_print_sign(c) && u_isUWhiteSpace(static_cast<UChar32>(c));
}

}  // namespace vankien
