#include "analyzers/legacy/first_look.h"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>

#include "analyzers/legacy/tables.h"
#include "analyzers/letters.h"

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

const std::array<Kind, kKinds>& kinds() {
  static const auto made = [] {
    std::array<Kind, kKinds> table;
    for (std::size_t i = 0; i < kKinds; ++i) table[i] = kind_of(static_cast<char32_t>(i));
    return table;
  }();
  return made;
}

// Pairs that only a second conversion writes: ông became ơng, có cĩ; ác, át, áp became ỏc, ỏt, ỏp; ông ụng after kh.
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

bool is_viqr_trace(char before, char mark, char next) {
  const bool vowel = std::string_view("aeiouyAEIOUY").find(before) != std::string_view::npos;
  const bool letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
  switch (mark) {
    case '^':
    case '~':
    case '`':
    case '+':
      return vowel;
    case '(':
    case '\'':
    case '?':
    case '.':
      return vowel && letter;
    default:
      return false;
  }
}

}  // namespace

FirstLook look_at(std::string_view line) {
  std::size_t latin1 = 0;
  std::size_t vietnamese = 0;
  std::size_t strange = 0;
  bool traces = false;
  char32_t before = 0;
  const auto* data = reinterpret_cast<const std::uint8_t*>(line.data());
  const auto size = static_cast<std::int64_t>(line.size());
  for (std::int64_t i = 0; i < size;) {
    const auto byte = data[i];
    if (byte < 0x80) {
      ++i;
      if (byte < '`' && byte != '^' && byte != '+' && byte != '(' && byte != '\'' && byte != '?' &&
          byte != '.') {
        before = byte;
        continue;
      }
      if (before < 0x80 && i < size &&
          is_viqr_trace(static_cast<char>(before), static_cast<char>(byte), static_cast<char>(data[i])))
        traces = true;
      before = byte;
      continue;
    }
    char32_t c;
    U8_NEXT_UNSAFE(data, i, c);
    const Kind kind = c < kKinds                                                  ? kinds()[c]
                      : byte_shown_as(c) < 0x100 && !(c >= 0x2010 && c <= 0x2026) ? Kind::kLatin1
                                                                                  : Kind::kOther;
    latin1 += kind == Kind::kLatin1;
    vietnamese += kind == Kind::kVietnamese;
    strange += kind == Kind::kStrange;
    if (kind == Kind::kGlyphId) traces = true;
    if (kind == Kind::kVietnamese || c == U'õ' || c == U'Õ')
      traces = traces || is_double_trace(before, c, line.substr(static_cast<std::size_t>(i)));
    before = c;
  }
  if (traces || strange >= 2) return FirstLook::kSuspect;
  if (vietnamese > 0 && vietnamese * 2 >= latin1) return FirstLook::kRight;
  return latin1 + strange >= 2 ? FirstLook::kSuspect : FirstLook::kOpen;
}

}  // namespace vankien
