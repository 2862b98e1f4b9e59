#include "analyzers/legacy/decoders.h"
#include "analyzers/legacy/likelihood.h"
#include "analyzers/letters.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

// Source of the marks: RFC 1456.
Tone tone_of(char32_t mark) {
  switch (mark) {
    case U'\'':
      return Tone::kAcute;
    case U'`':
      return Tone::kGrave;
    case U'?':
      return Tone::kHook;
    case U'~':
      return Tone::kTilde;
    case U'.':
      return Tone::kDot;
    default:
      return Tone::kNone;
  }
}

char32_t with_quality(char32_t vowel, char32_t mark) {
  constexpr std::u32string_view kFrom = U"aeoAEOaAouOU";
  constexpr std::u32string_view kMark = U"^^^^^^((++++";
  constexpr std::u32string_view kTo = U"âêôÂÊÔăĂơưƠƯ";
  for (std::size_t i = 0; i < kFrom.size(); ++i)
    if (kFrom[i] == vowel && kMark[i] == (mark == U'*' ? U'+' : mark)) return kTo[i];
  return 0;
}

// A mark that ends the word is a tone only where a writer puts one: "hoa." ends a sentence, "chi." is chị.
bool stands_right(std::u32string_view word) {
  Syllable syllable;
  if (!parse_syllable(word, syllable)) return false;
  std::size_t at = 0;
  while (at < word.size() && take_apart(word[at]).tone == Tone::kNone) ++at;
  const std::size_t place = tone_position(syllable);
  return at == place || (at == place + 1 && at + 1 == word.size());  // hòa, hoà
}

bool is_capital(char32_t c) { return fold_letter(c) != c; }

std::u32string_view last_word(const std::u32string& text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return std::u32string_view(text).substr(begin);
}

// A full stop is followed by a capital or nothing; before a small letter or another sign a dot is a tone.
bool goes_on(std::u32string_view chunk, std::size_t mark, std::u32string_view after) {
  if (mark + 1 < chunk.size()) return true;
  const std::size_t next = after.find_first_not_of(U" ");
  return next != std::u32string_view::npos && (is_letter(after[next]) ? !is_capital(after[next]) : false);
}

// At the end of a word: the tone, or the sign? Few sentences of official papers are questions or quotes, so ? and '
// are tones wherever one may stand.
bool ends_as_tone(std::u32string& text, char32_t toned, bool likely) {
  const char32_t plain = text.back();
  const double without = judge_word(last_word(text)).log_likelihood;
  text.back() = toned;
  const double with = judge_word(last_word(text)).log_likelihood;
  constexpr double kLikely = 6;
  if (stands_right(last_word(text)) && with + (likely ? kLikely : 0) > without) return true;
  text.back() = plain;
  return false;
}

}  // namespace

bool has_viqr_marks(std::u32string_view chunk) {
  for (std::size_t i = 1; i < chunk.size(); ++i) {
    const char32_t before = chunk[i - 1];
    if (chunk[i] >= 0x80 || before >= 0x80) continue;
    if ((before == U'd' || before == U'D') && (chunk[i] | 0x20) == U'd') return true;
    if (with_quality(before, chunk[i]) != 0) return true;
    if (tone_of(chunk[i]) != Tone::kNone && take_apart(before).base != 0) return true;
  }
  return false;
}

std::u32string decode_viqr(std::u32string_view chunk, std::u32string_view after) {
  std::u32string text;
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    const char32_t c = chunk[i];
    if (c == U'\\' && i + 1 < chunk.size()) {
      text += chunk[++i];
      continue;
    }
    if ((c == U'd' || c == U'D') && i + 1 < chunk.size() && (chunk[i + 1] | 0x20) == U'd') {
      text += c == U'd' ? U'đ' : U'Đ';
      ++i;
      continue;
    }
    text += c;
    if (take_apart(c).base == 0) continue;
    if (i + 1 < chunk.size()) {
      if (const char32_t letter = with_quality(c, chunk[i + 1]); letter != 0) {
        text.back() = letter;
        ++i;
      }
    }
    const Tone tone = i + 1 < chunk.size() ? tone_of(chunk[i + 1]) : Tone::kNone;
    if (tone == Tone::kNone) continue;
    const char32_t toned = with_tone(text.back(), tone);
    const bool inside = i + 2 < chunk.size() && is_letter(chunk[i + 2]);
    if (inside && tone == Tone::kDot && last_word(text).size() == 1) continue;  // A.I.1, e.g.
    const bool doubtful = !inside && chunk[i + 1] != U'`' && chunk[i + 1] != U'~';
    if (doubtful) {
      if (!ends_as_tone(text, toned, tone != Tone::kDot || goes_on(chunk, i + 1, after))) continue;
    } else {
      text.back() = toned;
    }
    ++i;
  }
  return text;
}

}  // namespace vankien
