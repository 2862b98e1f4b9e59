#include "analyzers/analyzer.h"

#include "analyzers/char_filters.h"
#include "analyzers/token_filters.h"
#include "analyzers/tokenizer.h"

namespace vankien {
namespace {

MappedText letters_of(std::string_view bytes) {
  MappedText text = decode_utf8(bytes);
  to_nfc(text);
  fold_look_alikes(text);
  place_tone_marks(text);
  return text;
}

}  // namespace

Tokens analyze(std::string_view bytes) {
  MappedText text = letters_of(bytes);
  const auto symbols =
      find_symbols(text);  // before case folds: it tells a symbol (QĐ-TTg) from prose (2 ct/năm)
  fold_case(text);
  Tokens tokens = split_words(text);
  fold_i_y(tokens);
  add_symbols(text, symbols, tokens);
  add_bigrams(text, tokens);
  return tokens;
}

Tokens analyze_words(std::string_view bytes) {
  const MappedText text = fold_text(bytes);
  Tokens tokens = split_words(text);
  fold_i_y(tokens);
  return tokens;
}

std::string fold_value(std::string_view bytes) {
  std::string out;
  for (const Token& token : analyze_words(bytes)) {
    if (!out.empty()) out.push_back(' ');
    out += token.text;
  }
  return out.empty() ? encode_utf8(fold_text(bytes).chars) : out;
}

}  // namespace vankien
