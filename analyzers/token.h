#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

enum class TokenKind : std::uint8_t {
  kWord,    ///< a run of letters: one syllable of Vietnamese
  kNumber,  ///< a run of digits, without leading zeros: 05 and 5 are one number
  kBigram,  ///< two adjacent words or numbers: "nghị quyết"
  kSymbol,  ///< a document symbol's key: 5|NQ|TU|
};

/// One term of a text and the bytes of the original it stands for.
struct Token {
  std::string text;
  std::uint32_t begin = 0;     ///< first byte in the original
  std::uint32_t end = 0;       ///< one past the last byte
  std::uint32_t position = 0;  ///< running number of the word (of its first word for bigrams and symbols)
  TokenKind kind = TokenKind::kWord;
};

/// The same without owning its text.
struct TokenView {
  std::string_view text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  TokenKind kind = TokenKind::kWord;
};

using Tokens = std::vector<Token>;

}  // namespace vankien
