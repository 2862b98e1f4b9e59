#include "analyzers/usual_spelling.h"

#include <algorithm>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

// Counted in 4,500 laws, decrees, gazette and party documents (97 million letters): after these onsets y is at least
// nine of ten (kỳ 16,215 : kì 17, lý 118,614 : lí 23, tỷ 9,809 : tỉ 206, quy 202,547 : qui 185, hy 643 : hi 47); after
// all others i (sĩ 7,824 : sỹ 969, vị 46,073 : vỵ 0), but for mỹ (2,057 : 7).
constexpr std::u32string_view kOnsetsBeforeY[] = {U"h", U"k", U"l", U"t", U"qu"};

bool takes_y(const Syllable& syllable) {
  if (syllable.rime() != U"i") return false;
  if (syllable.onset() == U"m") return syllable.tone == Tone::kTilde;
  return std::find(std::begin(kOnsetsBeforeY), std::end(kOnsetsBeforeY), syllable.onset()) !=
         std::end(kOnsetsBeforeY);
}

}  // namespace

std::string usual_spelling(std::string_view folded_word) {
  std::u32string letters = decode_utf8(folded_word).chars;
  Syllable syllable;
  if (!parse_syllable(letters, syllable) || !takes_y(syllable)) return std::string(folded_word);
  letters.back() = with_tone(U'y', syllable.tone);
  return encode_utf8(letters);
}

}  // namespace vankien
