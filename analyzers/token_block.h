#pragma once

#include <span>
#include <string>
#include <utility>

#include "analyzers/phrases.h"
#include "analyzers/token.h"

namespace vankien {

/// The tokens of some hundred words. The walk over a text hands them over by the block, so that what is done for each token
/// is compiled into the loop here: a call through a pointer for each token took a fifth of the whole chain.
class TokenBlock {
 public:
  /// `symbols` in order, none behind the last word; `position` is that of the first word.
  TokenBlock(const Phrases& phrases, std::span<const Token> symbols, std::uint32_t position,
             bool with_bigrams)
      : phrases_(phrases), symbols_(symbols), position_(position), with_bigrams_(with_bigrams) {}

  /// Each word or number, after it the bigram it begins; a symbol comes before its first word.
  template <class Sink>
  void each(Sink& sink) const {
    auto symbol = symbols_.begin();
    std::uint32_t position = position_;
    for (std::size_t i = 0; i < phrases_.size(); ++i, ++position) {
      const PhraseWord& word = phrases_[i];
      for (; symbol != symbols_.end() && symbol->begin <= word.begin; ++symbol)
        sink(TokenView{symbol->text, symbol->begin, symbol->end, position, TokenKind::kSymbol});
      sink(TokenView{phrases_.word(i), word.begin, word.end, position, word.kind});
      if (with_bigrams_ && phrases_.has_bigram(i))
        sink(TokenView{phrases_.bigram(i), word.begin, phrases_[i + 1].end, position, TokenKind::kBigram});
    }
  }

 private:
  const Phrases& phrases_;
  std::span<const Token> symbols_;
  std::uint32_t position_;
  bool with_bigrams_;
};

}  // namespace vankien
