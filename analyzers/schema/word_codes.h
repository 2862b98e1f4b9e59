#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

// The words of a document one after the other, as the index keeps them in the slot kWords, so that a phrase is found by
// walking them. Positions in Xapian's way took 107 MB for 50,000 documents of 2 KB, these take 26: a word is one byte (the 127
// most frequent), two (the next 2,000: analyzers/data/word_codes.inc), or spelled out.
//   định của hòa bình ¶ 05     →  [01] [02] [80 2A] [80 91] [00] [A1 '5']

/// Stands between title, symbol and body, so that no phrase runs from one into the next.
inline constexpr char kFieldGap = '\0';

/// One word or number of the chain, at most kMostTermBytes (schema.h). No code is the beginning of another.
std::string word_code(std::string_view word);

/// A phrase, each word in one of several forms, in rows of codes.
///   CodedPhrase phrase({{"nghị", "nghỉ"}, {"quyết"}});   if (phrase.stands_in(codes)) …
class CodedPhrase {
 public:
  explicit CodedPhrase(const std::vector<std::vector<std::string>>& words);
  /// Whether its words stand in this order with nothing between, anywhere in the row. Damaged rows hold nothing.
  bool stands_in(std::string_view codes) const;

 private:
  std::size_t match_word(std::size_t word, std::string_view codes) const;
  std::vector<std::vector<std::string>> words_;
};

}  // namespace vankien
