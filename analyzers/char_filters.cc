#include "analyzers/char_filters.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "analyzers/letters.h"
#include "analyzers/run_scan.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

const icu::Normalizer2& nfc_instance() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFC data");
  return *nfc;
}

bool is_hangul(char32_t c) { return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xAC00 && c <= 0xD7A3); }
bool is_jamo(char32_t c) { return c >= 0x1161 && c <= 0x11FF; }

// No letter below U+0300 or among the precomposed Vietnamese ones combines with the letter before it.
bool starts_cluster(const icu::Normalizer2& nfc, char32_t before, char32_t c) {
  if (c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || nfc.hasBoundaryBefore(static_cast<UChar32>(c)))
    return true;
  if (separates_runs(before) || is_space(before)) return true;  // a mark on a blank is a mark alone
  return is_jamo(c) && !is_hangul(before);  // a vowel of Hangul alone is a letter of its own
}

bool is_quality_mark(char32_t c) { return c == 0x302 || c == 0x306 || c == 0x31B; }

// One letter with its marks, in NFC, with ^ ˘ and the horn put before the tone so that they can combine.
std::u32string compose(const icu::Normalizer2& nfc, std::u32string_view cluster) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  const auto utf16 = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(cluster.data()),
                                                   static_cast<std::int32_t>(cluster.size()));
  const icu::UnicodeString apart = nfd->normalize(utf16, status);
  std::u32string parts(static_cast<std::size_t>(apart.countChar32()), U'\0');
  apart.toUTF32(reinterpret_cast<UChar32*>(parts.data()), static_cast<std::int32_t>(parts.size()), status);
  if (parts.size() > 1 && !is_extender(parts[0]))
    std::stable_partition(parts.begin() + 1, parts.end(), is_quality_mark);
  const icu::UnicodeString joined =
      nfc.normalize(icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(parts.data()),
                                                  static_cast<std::int32_t>(parts.size())),
                    status);
  std::u32string out(static_cast<std::size_t>(joined.countChar32()), U'\0');
  joined.toUTF32(reinterpret_cast<UChar32*>(out.data()), static_cast<std::int32_t>(out.size()), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise a cluster");
  return out;
}

bool is_nfc_alone(char32_t c) {
  return c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x203A);
}

bool is_nfc_already(const std::u32string& chars) {
  return std::all_of(chars.begin(), chars.end(), [](char32_t c) { return is_nfc_alone(c); });
}

void place_tone(std::u32string& chars, std::size_t begin, std::size_t end) {
  Syllable syllable;
  if (!parse_syllable(std::u32string_view(chars).substr(begin, end - begin), syllable)) return;
  if (syllable.tone == Tone::kNone) return;
  const std::size_t place = begin + tone_position(syllable);
  if (take_apart(chars[place]).tone == syllable.tone) return;
  for (std::size_t i = begin; i < end; ++i)
    if (const Vowel vowel = take_apart(chars[i]); vowel.tone != Tone::kNone) chars[i] = vowel.base;
  chars[place] = with_tone(chars[place], syllable.tone);
}

// What a letter is to the tones of its word.
constexpr std::uint8_t kLetter = 1;
constexpr std::uint8_t kVowel = 2;
constexpr std::uint8_t kMarked = 4;  // ă â ê ô ơ ư, with a tone or without
constexpr std::uint8_t kToned = 8;

std::uint8_t look_at(char32_t c) {
  if (!is_letter(c)) return 0;
  const Vowel vowel = take_apart(c);
  if (vowel.base == 0) return kLetter;
  return static_cast<std::uint8_t>(kLetter | kVowel | (vowel.base >= 0x80 ? kMarked : 0) |
                                   (vowel.tone != Tone::kNone ? kToned : 0));
}

constexpr std::size_t kKnownLetters = 0x2000;

const std::array<std::uint8_t, kKnownLetters>& known_letters() {
  static const auto made = [] {
    std::array<std::uint8_t, kKnownLetters> table;
    for (std::size_t c = 0; c < kKnownLetters; ++c) table[c] = look_at(static_cast<char32_t>(c));
    return table;
  }();
  return made;
}

// Where the vowels of a word are: enough to know that most tones stand where they should, without a look at the syllable.
class WordTones {
 public:
  void add(std::uint8_t letter, std::size_t at) {
    if ((letter & kVowel) == 0) return;
    ++vowels_;
    last_vowel_ = at;
    if ((letter & kMarked) != 0) last_marked_ = at;
    if ((letter & kToned) == 0) return;
    ++tones_;
    toned_ = at;
  }

  // As tone_position has it: with one vowel there is but one place; ă â ê ô ơ ư bear the tone, the last of them; else the
  // last vowel does before a consonant.
  bool may_be_misplaced(char32_t first, std::size_t end) const {
    if (tones_ == 0 || vowels_ < 2) return false;
    if (tones_ > 1) return true;
    if (last_marked_ != kNone) return toned_ != last_marked_;
    if (last_vowel_ + 1 != end) return toned_ != last_vowel_;
    // "của", "tài": the first of two that end the word, unless one of them is the onset's, as in "quá", "già".
    const bool onset = (first | 0x20) == U'q' || (first | 0x20) == U'g';
    return onset || vowels_ != 2 || toned_ + 1 != last_vowel_;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t last_vowel_ = 0;
  std::size_t last_marked_ = kNone;
  std::size_t toned_ = 0;
  int vowels_ = 0;
  int tones_ = 0;
};

bool is_capital(char32_t c) { return fold_letter(c) != c; }

bool are_glued_syllables(const std::u32string& chars, const std::vector<std::size_t>& cuts) {
  bool marked = false;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const auto part = std::u32string_view(chars).substr(cuts[i], cuts[i + 1] - cuts[i]);
    if (!is_attested_syllable(part)) return false;
    marked = marked || std::any_of(part.begin(), part.end(), [](char32_t c) { return strip_marks(c) != c; });
  }
  return marked;
}

}  // namespace

void to_nfc(MappedText& text) {
  if (is_nfc_already(text.chars)) return;
  const icu::Normalizer2& nfc = nfc_instance();
  MappedText out;
  out.chars.reserve(text.chars.size());
  out.offsets.reserve(text.offsets.size());
  std::size_t i = 0;
  while (i < text.chars.size()) {
    std::size_t end = i + 1;
    while (end < text.chars.size() && !starts_cluster(nfc, text.chars[end - 1], text.chars[end])) ++end;
    out.offsets.push_back(text.offsets[i]);
    if (end == i + 1 && (text.chars[i] < 0x300 || (text.chars[i] >= 0x1EA0 && text.chars[i] <= 0x1EF9))) {
      out.chars.push_back(text.chars[i]);
    } else {
      const std::u32string composed = compose(nfc, std::u32string_view(text.chars).substr(i, end - i));
      out.chars += composed;
      // Marks that stay apart stand for no bytes of their own: no token may begin or end inside the cluster.
      out.offsets.insert(out.offsets.end(), composed.size() - 1, text.offsets[end]);
    }
    i = end;
  }
  out.offsets.push_back(text.offsets.back());
  text = std::move(out);
}

void fold_look_alikes(MappedText& text) {
  for (char32_t& c : text.chars) {
    if (c < 0xD0) continue;
    if (c >= 0xFF01 && c <= 0xFF5E) {
      c -= 0xFEE0;  // full-width forms: ０５－ＮＱ
      continue;
    }
    switch (c) {
      case 0x00D0:
      case 0x0189:
        c = U'Đ';
        break;
      case 0x00F0:
      case 0x0256:
        c = U'đ';
        break;
      case 0x01A2:
        c = U'Ư';
        break;
      case 0x01A3:
        c = U'ư';
        break;
      default:
        break;
    }
  }
}

void place_tone_marks(MappedText& text) {
  auto& chars = text.chars;
  const auto& known = known_letters();
  const auto letter_at = [&](std::size_t i) {
    return chars[i] < kKnownLetters ? known[chars[i]] : look_at(chars[i]);
  };
  std::size_t i = 0;
  while (i < chars.size()) {
    WordTones tones;
    std::size_t end = i;
    for (std::uint8_t letter = 0; end < chars.size() && (letter = letter_at(end)) != 0; ++end)
      tones.add(letter, end);
    if (end > i && tones.may_be_misplaced(chars[i], end) && !(end < chars.size() && is_extender(chars[end])))
      place_tone(chars, i, end);
    i = end + (end == i ? 1 : 0);
  }
}

void split_glued_words(MappedText& text) {
  const auto& chars = text.chars;
  std::vector<std::size_t> blanks;
  std::vector<std::size_t> cuts;
  for (std::size_t i = 0; i < chars.size();) {
    std::size_t end = i + 1;
    if (is_letter(chars[i])) {
      cuts.assign(1, i);
      for (; end < chars.size() && is_letter(chars[end]); ++end)
        if (is_capital(chars[end]) && !is_capital(chars[end - 1])) cuts.push_back(end);
      cuts.push_back(end);
      const bool ends = end == chars.size() || !is_extender(chars[end]);
      if (cuts.size() > 2 && ends && are_glued_syllables(chars, cuts))
        blanks.insert(blanks.end(), cuts.begin() + 1, cuts.end() - 1);
    }
    i = end;
  }
  if (blanks.empty()) return;
  MappedText out;
  auto blank = blanks.begin();
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (blank != blanks.end() && *blank == i) {
      out.chars.push_back(U' ');
      out.offsets.push_back(text.offsets[i]);
      ++blank;
    }
    out.chars.push_back(chars[i]);
    out.offsets.push_back(text.offsets[i]);
  }
  out.offsets.push_back(text.offsets.back());
  text = std::move(out);
}

void fold_case(MappedText& text) {
  bool alone = true;
  for (char32_t& c : text.chars) {
    c = fold_letter(c);
    alone = alone && is_nfc_alone(c);
  }
  if (!alone) to_nfc(text);
}

MappedText read_letters(std::string_view bytes) {
  MappedText text = decode_utf8(bytes);
  fold_look_alikes(text);
  to_nfc(text);
  return text;
}

MappedText fold_text(std::string_view bytes) {
  MappedText text = read_letters(bytes);
  place_tone_marks(text);
  fold_case(text);
  return text;
}

}  // namespace vankien
