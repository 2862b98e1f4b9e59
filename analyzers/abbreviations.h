#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/token.h"

namespace vankien {

/// Who uses a short form so: party TT is Thông tri, state TT Thông tư.
enum class Use : std::uint8_t { kBoth, kParty, kState };

/// What the matched words may be written as instead, in the words of the chain.
struct Alternative {
  std::vector<std::string> words;  ///< {"kinh", "tế", "xã", "hội"}; a short form: {"ktxh"} or {"kt", "xh"}
  Use use = Use::kBoth;
  bool weak =
      false;  ///< a short form that says little alone: a syllable too (tu, ca), of many meanings (ct), or in all symbols (nq, tw)
};

/// Words [first, last) of a text that are a short form, or words that have one.
struct AbbreviationMatch {
  std::size_t first = 0;
  std::size_t last = 0;
  bool is_short = false;
  bool doubtful = false;  ///< a short form that is a syllable too and was not typed in capitals: tu, hu
  std::vector<Alternative> alternatives;  ///< of the text's own system first, then as the table has them
};

/// All short forms of the table (analyzers/data/abbreviations.inc) and all their expansions in a text, longest
/// first, not overlapping. `words` are analyze_words(text), or a part of them; their offsets point into `text`.
///   "ubnd tinh"  → [0, 1) → ủy ban nhân dân          "kinh tế - xã hội" → [0, 4) → kt xh, ktxh
///   "CNH, HĐH"   → [0, 2) → công nghiệp hóa hiện đại hóa
/// Case, points, hyphens, "&" and commas between the letters do not count; words without marks meet those with
/// marks, but "tu" never meets TƯ. What is part of a symbol (05-NQ/TU, nq 05) or of a citation (NQTW4) is no
/// abbreviation. Where the other words of the text speak of one system only, readings of the other go.
std::vector<AbbreviationMatch> find_abbreviations(std::string_view text, const Tokens& words);

/// The words of a short form as one: {"kt", "xh"} → "ktxh".
std::string abbreviation_key(const std::vector<std::string>& words);

/// True if the letters are a Vietnamese syllable, with or without marks: tu, ca, hu, tư.
bool is_prose(std::string_view word);

}  // namespace vankien
