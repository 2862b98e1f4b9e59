#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace vankien {

/// Bytes [begin, end) of a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

/// What of a text a query matched. Made by the search, used on any field of its hits.
struct QueryTerms {
  std::unordered_set<std::string> words;    ///< folded words, bare ones expanded to the archive's forms
  std::unordered_set<std::string> symbols;  ///< symbol keys
  /// Phrases: for each word in turn the forms it may have. They mark only where all stand together.
  std::vector<std::vector<std::unordered_set<std::string>>> phrases;

  bool empty() const { return words.empty() && symbols.empty() && phrases.empty(); }
};

/// The places of a text that match, in order, not overlapping, on grapheme boundaries of the original bytes.
std::vector<Span> find_matches(std::string_view text, const QueryTerms& terms);

/// The best window of a text: about `words` words around the densest matches, begun and ended at word
/// boundaries. cut_front/cut_back tell whether text was left out there (where the crop marker goes).
struct Crop {
  Span window;
  bool cut_front = false;
  bool cut_back = false;
};
Crop crop_around(std::string_view text, const std::vector<Span>& matches, std::size_t words);

}  // namespace vankien
