#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzers/word_finder.h"

namespace vankien {

/// What of a text a query matched. Made by the search, used on any field of its hits.
struct QueryTerms {
  std::unordered_set<std::string> words;    ///< folded words, bare ones expanded to the archive's forms
  std::unordered_set<std::string> symbols;  ///< symbol keys
  /// Phrases: for each word in turn the forms it may have. They mark only where all stand together.
  std::vector<std::vector<std::unordered_set<std::string>>> phrases;
  /// How much a word tells: the rarer in what the caller may see, the more. One that is not here counts 1.
  std::unordered_map<std::string, double> weights = {};

  bool empty() const { return words.empty() && symbols.empty() && phrases.empty(); }
};

/// One place of a text that matches.
struct Match {
  Span span;
  std::uint32_t first = 0;  ///< running number of its first word, counted from 0
  std::uint32_t last = 0;   ///< one past that of its last word: a symbol is of several
  std::uint32_t key = 0;    ///< places of one key say the same: bare typing may mean đảng and đang
};

/// A text gone through once: what snippets, marks and counts are made of.
struct TextMatches {
  std::vector<Span> words;      ///< every word and number, in order
  std::vector<Match> matches;   ///< in order, not overlapping, on grapheme boundaries of the original bytes
  std::vector<double> weights;  ///< by key
};

/// Finds the terms of one query in texts, each in one walk: its time grows with the text alone, whatever is quoted.
///   const Matcher matcher(terms);   // the terms must outlive it
///   matcher.match("Đảng uỷ xã").matches
class Matcher {
 public:
  explicit Matcher(const QueryTerms& terms);
  TextMatches match(std::string_view text) const;

 private:
  struct Entry {
    std::uint32_t key = 0;
    bool marks = false;       ///< wherever it stands; else only in a phrase
    std::int32_t slots = -1;  ///< which set of places in phrases it may take (masks_); -1 = none
  };
  using Bits = std::vector<std::uint64_t>;
  class PhraseWalk;

  void add_words();
  void add_phrases();
  Entry& entry_of(const std::string& word);
  std::uint32_t key_of(const std::string& word);
  bool is_symbol(std::string_view key) const;
  void match_words(const FoundWords& read, TextMatches& found) const;
  void match_phrases(std::string_view text, const FoundWords& read, TextMatches& found) const;
  void match_symbols(const FoundWords& read, TextMatches& found) const;

  const QueryTerms& terms_;
  WordFinder finder_;
  std::vector<Entry> entries_;  ///< by the finder's numbers
  std::unordered_map<std::string, std::uint32_t> keys_;
  std::vector<double> weights_;
  // All phrases in one row of bits, a bit a word: a phrase that has matched up to a word has that word's bit set.
  std::size_t bits_ = 0;
  Bits begins_, ends_;
  std::vector<Bits> masks_;             ///< each a set of places
  std::vector<std::uint32_t> lengths_;  ///< by bit: words of the phrase that ends there, else 0
};

/// The places of a text that match, in order, not overlapping, on grapheme boundaries of the original bytes.
std::vector<Span> find_matches(std::string_view text, const QueryTerms& terms);

}  // namespace vankien
