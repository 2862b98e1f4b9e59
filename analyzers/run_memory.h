#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "analyzers/phrase.h"
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

/// Remembers the runs met last in a table of fixed size: 32,768 runs of 64 bytes, 2 MiB for each thread that analyses.
/// Two places a run; the older of them is forgotten. 36 MB of gazettes have 5.4 million runs, 19,912 different ones.
class RunMemory {
 public:
  RunMemory();
  /// The run of these bytes, at most Run::kMostBytes, whose key is given; nullptr if it has too many words or letters to
  /// be remembered. Valid until the next call.
  const Run* find(const RunKey& key, std::string_view bytes) {
    Run* const places = &runs_[hash(key)];
    const auto is_at = [&](const Run& run) {
      return ((run.key[0] ^ key[0]) | (run.key[1] ^ key[1]) | (run.key[2] ^ key[2])) == 0;
    };
    const bool first = is_at(places[0]);
    if (first | is_at(places[1]))
      return places + (first ? 0 : 1);  // which of the two no processor can foresee
    return learn(places, key, bytes);
  }

 private:
  static constexpr std::size_t kWays = 2;

  static std::size_t hash(const RunKey& key) {
    // A sum of products: its high bits depend on every byte, and the three are multiplied side by side.
    const std::uint64_t sum =
        key[0] * 0x9E3779B97F4A7C15u + key[1] * 0xBF58476D1CE4E5B9u + key[2] * 0x94D049BB133111EBu;
    return static_cast<std::size_t>(sum >> 40) & (kPlaces - kWays);
  }
  static const Run* learn(Run* places, const RunKey& key, std::string_view bytes);

  static constexpr std::size_t kPlaces = std::size_t{1} << 15;

  std::unique_ptr<Run[]> runs_;
};

}  // namespace vankien
