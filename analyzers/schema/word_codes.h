#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

// The words of a document one after the other, as the index keeps them in the slot kWords, so that a phrase is found by
// walking them. Positions in Xapian's way took 107 MB for 50,000 documents of 2 KB, these take 23: a word is one byte (the 235
// most frequent, of ten words seven), two (the next 4,600: analyzers/data/word_codes.inc), or spelled out: 1.32 bytes a word.
// Terms of two words are made of the same codes (bigram_term.h).
//   định của hòa bình ¶ plei  →  [01] [02] [EC DA] [ED 02] [00] [FE 04 'plei']

/// Stands between title, symbol and body, so that no phrase runs from one into the next.
inline constexpr char kFieldGap = '\0';

/// No code is longer.
inline constexpr std::size_t kMostCodeBytes = 110;

/// One word or number of the chain, at most kMostTermBytes (schema.h). No code is the beginning of another.
std::string word_code(std::string_view word);

/// The word whose code `codes` begin with, which is taken off them; the word lives as long as their bytes. Nothing, and
/// nothing is taken off, where no word can be read: a gap, a word too long to be spelled, damaged bytes.
std::optional<std::string_view> take_word(std::string_view& codes);

/// A phrase, each word in one of several forms, in rows of codes.
///   CodedPhrase phrase({{"nghị", "nghỉ"}, {"quyết"}});   if (phrase.stands_in(codes)) …
class CodedPhrase {
 public:
  explicit CodedPhrase(const std::vector<std::vector<std::string>>& words);
  /// Whether its words stand in this order with nothing between, anywhere in the row. Damaged rows hold nothing.
  bool stands_in(std::string_view codes) const;

 private:
  bool stands_at_begin(std::string_view codes) const;
  bool whole_stands_in(std::string_view codes) const;
  std::vector<std::vector<std::string>> words_;
  std::string whole_;               ///< the codes of all words, if each has one form
  std::array<bool, 256> begins_{};  ///< by first byte: whether a form of the first word begins so
};

}  // namespace vankien
