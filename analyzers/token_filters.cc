#include "analyzers/token_filters.h"

#include <algorithm>
#include <string_view>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

constexpr std::u32string_view kOnsetsWithFreeY[] = {U"h", U"k", U"l", U"m", U"s", U"t",
                                                    U"b", U"n", U"v", U"x", U"th"};

// y with its tone → i with the same tone.
char32_t y_to_i(char32_t letter) { return with_tone(U'i', take_apart(letter).tone); }

void fold_word(std::string& word) {
  // Only words with a final y can change; most have none, and the look at the last byte is cheap.
  const auto last = static_cast<unsigned char>(word.back());
  const bool ends_in_y = word.back() == 'y' || last >= 0x80;
  if (!ends_in_y) return;
  MappedText text = decode_utf8(word);
  auto& letters = text.chars;
  if (take_apart(letters.back()).base != U'y') return;
  const std::u32string_view onset = std::u32string_view(letters).substr(0, letters.size() - 1);
  const bool free_y = std::find(std::begin(kOnsetsWithFreeY), std::end(kOnsetsWithFreeY), onset) !=
                      std::end(kOnsetsWithFreeY);
  if (!free_y && onset != U"qu") return;
  letters.back() = y_to_i(letters.back());
  word = encode_utf8(letters);
}

}  // namespace

void fold_i_y(Tokens& tokens) {
  for (Token& token : tokens)
    if (token.kind == TokenKind::kWord) fold_word(token.text);
}

}  // namespace vankien
