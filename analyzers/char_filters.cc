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
#include "analyzers/settled_text.h"
#include "analyzers/syllable.h"
#include "analyzers/word_tones.h"

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
  for (std::size_t i = 0; i < chars.size();) {
    WordTones tones;
    std::size_t end = i;
    for (std::uint8_t bits = 0; end < chars.size() && (bits = tone_bits(chars[end])) != 0; ++end)
      tones.add(bits);
    if (end > i && tones.may_be_misplaced(chars[i]) && !(end < chars.size() && is_extender(chars[end])))
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
  if (auto settled = fold_settled(bytes)) return std::move(settled->folded);
  MappedText text = read_letters(bytes);
  place_tone_marks(text);
  fold_case(text);
  return text;
}

}  // namespace vankien
