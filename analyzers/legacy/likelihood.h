#pragma once

#include <string_view>

namespace vankien {

/// What a word is worth as Vietnamese.
struct WordWorth {
  double log_likelihood = 0;  ///< natural logarithm of its share among the words of official texts
  bool valid = false;         ///< a syllable by its shape
};

/// Judges a run of letters, any case, precomposed. Shares are counted in this project's own sample archive
/// (analyzers/data/syllable_counts.inc); a syllable not met there, and a word that is none, have a small
/// share by their kind.
WordWorth judge_word(std::u32string_view word);

/// Capitals, few of them: UBND, HĐND.
bool is_abbreviation(std::u32string_view word);

}  // namespace vankien
