#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/legacy/decoders.h"
#include "analyzers/legacy/likelihood.h"
#include "analyzers/legacy/tables.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

/// What the converter made of the Latin-1 letters of a Unicode text: ô became ơ, oà became ồ.
struct Image {
  char32_t made;
  std::u32string source;
};
using Images = std::vector<Image>;

constexpr std::u32string_view kLatin1Letters = U"àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ";

// Only pairs that a syllable has: oa is one, ie is not toned on its e after a bare i.
Images vni_images() {
  Images images;
  for (const char32_t letter : kLatin1Letters) {
    const auto byte = static_cast<unsigned char>(letter);
    const char32_t single = letter_of_byte(LegacyEncoding::kVni, byte);
    if (single != 0 && single != letter) images.push_back({single, {letter}});
    for (const char32_t vowel : {U'o', U'O'}) {
      const char32_t pair = vni_letter(static_cast<unsigned char>(vowel), byte);
      const bool of_a = take_apart(letter).base == (vowel == U'o' ? U'a' : U'A');
      if (pair != 0 && of_a) images.push_back({pair, {vowel, letter}});
    }
  }
  // Met in real texts as often, from a converter unknown: CỘNG HÕA.
  images.push_back({U'õ', U"ò"});
  images.push_back({U'Õ', U"Ò"});
  return images;
}

Images tcvn3_images() {
  Images images;
  for (const char32_t letter : kLatin1Letters) {
    const char32_t made = letter_of_byte(LegacyEncoding::kTcvn3, static_cast<unsigned char>(letter));
    if (made != 0 && made != letter) images.push_back({made, {letter}});
  }
  return images;
}

const Images& images_of(LegacyEncoding encoding) {
  static const Images vni = vni_images();
  static const Images tcvn3 = tcvn3_images();
  return encoding == LegacyEncoding::kDoubleVni ? vni : tcvn3;
}

// ươ was never ô: its ư is no letter a converter touches.
bool may_be_image(std::u32string_view word, std::size_t at) {
  const bool horned_o = word[at] == U'ơ' || word[at] == U'Ơ';
  return !(horned_o && at > 0 && (word[at - 1] == U'ư' || word[at - 1] == U'Ư'));
}

// A word four times as likely as the one that stands there; or one that is, where none stands.
constexpr double kImprobable = 1.4;

std::u32string likeliest_source(const Images& images, std::u32string_view word) {
  std::u32string best(word);
  double most = judge_word(word).log_likelihood + kImprobable;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] < 0x80 || !may_be_image(word, at)) continue;
    for (const Image& image : images) {
      if (image.made != word[at]) continue;
      const std::u32string source =
          std::u32string(word.substr(0, at)) + image.source + std::u32string(word.substr(at + 1));
      const WordWorth worth = judge_word(source);
      if (!worth.valid || worth.log_likelihood <= most) continue;
      most = worth.log_likelihood;
      best = source;
    }
  }
  return best;
}

}  // namespace

bool survives_double_conversion(LegacyEncoding encoding, char32_t letter) {
  const std::u32string_view survivors = encoding == LegacyEncoding::kDoubleVni
                                            ? std::u32string_view(U"ôóòÔÓÒ")
                                            : std::u32string_view(U"áâéêìòôùÁÂÉÊÌÒÔ");
  return survivors.find(letter) != std::u32string_view::npos;
}

std::u32string undo_double_conversion(LegacyEncoding encoding, std::u32string_view chunk) {
  const Images& images = images_of(encoding);
  std::u32string text;
  for (std::size_t i = 0; i < chunk.size();) {
    std::size_t end = i;
    while (end < chunk.size() && is_letter(chunk[end])) ++end;
    if (end == i) {
      text += chunk[i++];
      continue;
    }
    text += likeliest_source(images, chunk.substr(i, end - i));
    i = end;
  }
  return text;
}

}  // namespace vankien
