#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "analyzers/phrases.h"
#include "analyzers/run_scan.h"

namespace vankien {

// No filter of the chain but join_fragments reads over a separator of runs, so the words of a run depend on its bytes alone;
// and running text repeats itself. So the filters see a run once, and its words are remembered.

/// The words of a run by way of all the filters, and what stands before each, and after the last.
struct RunWords {
  Tokens words;           ///< offsets within the run
  std::vector<Gap> gaps;  ///< words.size() + 1
};
RunWords filter_run(std::string_view run);

Piece piece_of(const Token& word);

/// A remembered run: one line of the processor's cache.
struct alignas(64) Run {
  static constexpr std::size_t kMostBytes = 24;
  static constexpr std::size_t kMostWords = 3;

  struct Word {
    std::uint8_t begin = 0;  ///< bytes of the run
    std::uint8_t end = 0;
    std::uint8_t text_end = 0;  ///< in `text`; it begins where the word before ends
    TokenKind kind : 2 = TokenKind::kWord;
    Gap gap : 3 = Gap::kNone;
    Piece piece : 2 = Piece::kWhole;
  };

  RunKey key{};                         ///< no run is empty
  std::array<char, kMostBytes> text{};  ///< of all words, one after the other
  std::array<Word, kMostWords> words{};
  std::uint8_t count = 0;
  Gap gap_after = Gap::kNone;
};

/// A run of at most eight bytes that is one word of at most seven: all but one in thirty of running text. Four of them are
/// one line of the cache.
struct ShortWord {
  std::uint64_t key = 0;       ///< RunKey[0]
  std::array<char, 8> text{};  ///< the last byte is size + 8 * piece

  std::size_t size() const { return static_cast<unsigned char>(text[7]) & 7; }
  Piece piece() const { return static_cast<Piece>(text[7] >> 3); }
};

/// A word of a run of any length; its bytes are those of the run.
struct RunWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view text;
  TokenKind kind = TokenKind::kWord;
  Gap gap = Gap::kNone;
  Piece piece = Piece::kWhole;
};

/// Remembers the runs met last in a table of fixed size: 32,768 runs of 64 bytes, 2 MiB for each thread that analyses.
/// Two places a run; the older of them is forgotten. 36 MB of gazettes have 5.4 million runs, 19,912 different ones.
class RunMemory {
 public:
  RunMemory();
  static RunMemory& of_thread();

  /// The run if it is remembered as a short word; nullptr says nothing about it. Valid until the next find.
  const ShortWord* find_short(const RunScan& run) const {
    const ShortWord& word = short_words_[short_hash(run.key[0])];
    return (word.key ^ run.key[0]) == 0 && run.key[1] == 0 ? &word : nullptr;
  }
  /// The same of a run of at most eight bytes.
  const ShortWord* find_short(std::uint64_t key) const {
    const ShortWord& word = short_words_[short_hash(key)];
    return word.key == key ? &word : nullptr;
  }
  /// The run of these bytes, at most Run::kMostBytes, whose key is given; nullptr if it has too many words or letters to
  /// be remembered. Valid until the next call.
  const Run* find(const RunKey& key, std::string_view bytes);
  /// Calls take(const RunWord&) for each word of the run of these bytes; gives what stands after the last.
  template <class Take>
  Gap each_word(const RunKey& key, std::string_view bytes, Take take);

 private:
  static constexpr std::size_t kWays = 2;

  static std::size_t hash(const RunKey& key) {
    // A sum of products: its high bits depend on every byte, and the three are multiplied side by side.
    const std::uint64_t sum =
        key[0] * 0x9E3779B97F4A7C15u + key[1] * 0xBF58476D1CE4E5B9u + key[2] * 0x94D049BB133111EBu;
    return static_cast<std::size_t>(sum >> 40) & (kPlaces - kWays);
  }
  static std::size_t short_hash(std::uint64_t key) { return (key * 0x9E3779B97F4A7C15u) >> kShortShift; }
  static const Run* learn(Run* places, const RunKey& key, std::string_view bytes);
  void keep_if_short(const Run& run);

  static constexpr std::size_t kPlaces = std::size_t{1} << 15;
  static constexpr unsigned kShortShift = 64 - 13;  // 8,192 short words, 128 KiB

  std::unique_ptr<Run[]> runs_;
  std::unique_ptr<ShortWord[]> short_words_;
};

template <class Take>
Gap RunMemory::each_word(const RunKey& key, std::string_view bytes, Take take) {
  if (const Run* run = bytes.size() <= Run::kMostBytes ? find(key, bytes) : nullptr; run != nullptr) {
    std::size_t text = 0;
    for (std::size_t i = 0; i < run->count; ++i) {
      const Run::Word& word = run->words[i];
      take(RunWord{word.begin,
                   word.end,
                   {run->text.data() + text, word.text_end - text},
                   word.kind,
                   word.gap,
                   word.piece});
      text = word.text_end;
    }
    return run->gap_after;
  }
  const RunWords run = filter_run(bytes);
  for (std::size_t i = 0; i < run.words.size(); ++i) {
    const Token& word = run.words[i];
    take(RunWord{word.begin, word.end, word.text, word.kind, run.gaps[i], piece_of(word)});
  }
  return run.gaps.back();
}

}  // namespace vankien
