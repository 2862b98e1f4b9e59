#include "analyzers/legacy/first_look.h"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>

#include "analyzers/legacy/reading.h"
#include "analyzers/legacy/tables.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

enum class Kind : std::uint8_t {
  kOther,       // says nothing
  kLatin1,      // à … ý: Vietnamese, and the shape of legacy bytes as well
  kVietnamese,  // ă, ơ, ế: letters only Unicode has; combining marks
  kStrange,     // ¸, ®, ñ: in no Vietnamese word
  kGlyphId,     // Cyrillic where glyph ids fall
};

constexpr std::size_t kKinds = 0x2000;

Kind kind_of(char32_t c) {
  const bool vowel = take_apart(c).base != 0;
  if (c < 0x80) return Kind::kOther;
  if (c < 0x100) {
    if (vowel) return Kind::kLatin1;
    // Signs that stand in right texts too: no-break blank, §, ©, «, soft hyphen, °, ±, ², ³, ·, ½, », ×, Ð, ð.
    constexpr std::u32string_view kUsual = U"\u00A0§©«\u00AD®°±²³´·¹»¼½¾×÷Ðð";
    return kUsual.find(c) != std::u32string_view::npos ? Kind::kLatin1 : Kind::kStrange;
  }
  if (vowel || c == U'đ' || c == U'Đ' || (c >= 0x300 && c < 0x330)) return Kind::kVietnamese;
  if ((c >= 0x4A4 && c <= 0x4FD) || (c >= 0x46A && c <= 0x46D)) return Kind::kGlyphId;
  return Kind::kOther;
}

// What windows-1252, PDF layers and symbol fonts show for legacy bytes; quotes, dashes and the ellipsis aside.
Kind kind_of_rare(char32_t c) {
  const bool print = c >= 0x2010 && c <= 0x2026;
  return !print && byte_shown_as(c) < 0x100 ? Kind::kLatin1 : Kind::kOther;
}

// Letters that stand in pairs which only a second conversion writes (is_double_trace).
bool may_be_double(char32_t c) {
  const char32_t small = fold_letter(c);
  return small == U'ơ' || small == U'ĩ' || small == U'ỏ' || small == U'ễ' || small == U'õ' || small == U'ụ';
}

struct Look {
  Kind kind = Kind::kOther;
  bool may_be_double = false;
};
const std::array<Look, kKinds>& looks() {
  static const auto made = [] {
    std::array<Look, kKinds> table;
    for (std::size_t i = 0; i < kKinds; ++i) {
      const auto c = static_cast<char32_t>(i);
      table[i] = {kind_of(c), may_be_double(c)};
    }
    return table;
  }();
  return made;
}

// Pairs that only a second conversion writes: ông became ơng, có cĩ; ác, át, áp became ỏc, ỏt, ỏp; and ông ụng after h.
bool is_double_trace(char32_t before, char32_t c, std::string_view rest) {
  const auto next = rest.empty() ? '\0' : static_cast<char>(rest.front() | 0x20);
  switch (fold_letter(c)) {
    case U'ơ':
      return next == 'n' && rest.size() > 1 && (rest[1] | 0x20) == 'g' && fold_letter(before) != U'ư';
    case U'ĩ':
      return fold_letter(before) == U'c';
    case U'ỏ':
    case U'ễ':
      return next == 'c' || next == 't' || next == 'p';
    case U'õ':
      return next == 'a' || next == 'c' || next == 't' || next == 'p';
    case U'ụ':
      return next == 'n' && fold_letter(before) == U'h';
    default:
      return false;
  }
}

// How much a mark after a vowel of ASCII looks like VIQR; two of these make a suspect. Dots stand inside addresses as well.
enum class Mark : std::uint8_t { kNone, kSure, kBeforeLetter, kDot };
constexpr auto kMarks = [] {
  std::array<Mark, 0x80> marks{};
  marks['^'] = marks['~'] = marks['`'] = marks['+'] = Mark::kSure;
  marks['('] = marks['\''] = marks['?'] = Mark::kBeforeLetter;
  marks['.'] = Mark::kDot;
  return marks;
}();

std::size_t viqr_weight(char32_t before, Mark mark, std::string_view rest) {
  const bool vowel = before < 0x80 && take_apart(before).base != 0;
  const char next = rest.empty() ? ' ' : static_cast<char>(rest.front() | 0x20);
  const bool letter = next >= 'a' && next <= 'z';
  if (!vowel) return 0;
  if (mark == Mark::kSure) return 2;
  if (mark == Mark::kBeforeLetter) return letter ? 2 : 1;
  return letter ? 1 : 0;
}

// Lines such as "Hà Nam" have the letters of legacy bytes and are right.
bool has_only_syllables(std::string_view line) {
  const Reading reading = read_block(LegacyEncoding::kNone, decode_utf8(line).chars);
  return reading.good_unchanged == reading.unchanged;
}

}  // namespace

FirstLook look_at(std::string_view line) {
  std::size_t latin1 = 0;
  std::size_t vietnamese = 0;
  std::size_t strange = 0;
  std::size_t viqr = 0;
  bool glyph_ids = false;
  bool twice = false;
  char32_t before = 0;
  const auto& known = looks();
  const auto* data = reinterpret_cast<const std::uint8_t*>(line.data());
  const auto size = static_cast<std::int64_t>(line.size());
  const auto rest = [&](std::int64_t from) { return line.substr(static_cast<std::size_t>(from)); };
  for (std::int64_t i = 0; i < size;) {
    const auto byte = data[i];
    if (byte < 0x80) {
      ++i;
      if (kMarks[byte] != Mark::kNone) viqr += viqr_weight(before, kMarks[byte], rest(i));
      before = byte;
      continue;
    }
    char32_t c;
    U8_NEXT_UNSAFE(data, i, c);
    const Look look = c < kKinds ? known[c] : Look{kind_of_rare(c), false};
    latin1 += look.kind == Kind::kLatin1;
    vietnamese += look.kind == Kind::kVietnamese;
    strange += look.kind == Kind::kStrange;
    glyph_ids = glyph_ids || look.kind == Kind::kGlyphId;
    if (look.may_be_double) twice = twice || is_double_trace(before, c, rest(i));
    before = c;
  }
  if (strange >= 2 || glyph_ids) return FirstLook::kSuspect;
  if (twice) return FirstLook::kTwice;
  if (vietnamese > 0 && vietnamese * 2 >= latin1) return FirstLook::kRight;
  if (latin1 + strange >= 2) return has_only_syllables(line) ? FirstLook::kOpen : FirstLook::kSuspect;
  return latin1 + strange == 0 && viqr >= 2 ? FirstLook::kSuspect : FirstLook::kOpen;
}

}  // namespace vankien
