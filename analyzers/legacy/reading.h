#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzers/legacy/encoding.h"

namespace vankien {

/// A block of text – a line, or a cell of one – read in an encoding, and what the reading is worth.
struct Reading {
  std::u32string text;
  double log_likelihood = 0;  ///< of the words that any encoding might change; plain ASCII ones count nothing
  std::size_t words =
      0;  ///< runs of letters, without abbreviations, single letters and symbols (2581/QĐ-TTg)
  std::size_t good_words = 0;      ///< of them: valid syllables
  std::size_t changed = 0;         ///< words in chunks that the encoding changed
  std::size_t good_changed = 0;    ///< of them: valid syllables
  double changed_worth = 0;        ///< their log-likelihood
  std::size_t unchanged = 0;       ///< words in chunks that it might have changed and did not
  std::size_t good_unchanged = 0;  ///< of them: valid syllables
  double unchanged_worth = 0;      ///< their log-likelihood
  std::size_t mended = 0;          ///< chunks that became valid and were not
  std::size_t leftovers = 0;       ///< letters that the encoding cannot have produced
};

/// `shown` are the code points as mis-read text shows them (decoders.h). kNone reads the block as it is. A
/// chunk that is right as it is and wrong in the encoding – a word of Unicode among legacy ones, a bullet –
/// stays.
Reading read_block(LegacyEncoding encoding, std::u32string_view shown);

}  // namespace vankien
