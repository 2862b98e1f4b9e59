#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vankien {

// Two adjacent words as one term of the index: a byte that begins no word, and the words' codes (word_codes.h). Of 161,000 in
// 10,000 documents one takes 4.5 bytes, in letters 10.6.
//   nghị quyết            →  [01] [39] [35]
//   hòa bình (of a title) →  S [01] [EC DA] [ED 02]

/// Before the codes; no word of the chain begins with it, nor any other prefix.
inline constexpr char kBigramMark = '\x01';

/// Of words of the chain, folded.
std::string bigram_term(std::string_view left, std::string_view right);
std::string title_bigram_term(std::string_view left, std::string_view right);
/// The same if the words' codes are there already.
std::string bigram_of_codes(std::string_view left, std::string_view right);

/// The term is a bigram of a text, not of a title.
bool is_bigram(std::string_view term);

/// What a bigram's term is made of. A word lives as long as the term's bytes.
struct BigramWords {
  std::string_view left, right;
};
/// Of a text's bigram, or a title's without its prefix. Nothing if it is none, is damaged, or one of its words is so long that
/// the term has no more than its hash.
std::optional<BigramWords> read_bigram(std::string_view term);

}  // namespace vankien
