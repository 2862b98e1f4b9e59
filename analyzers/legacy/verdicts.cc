#include "analyzers/legacy/verdicts.h"

#include <algorithm>
#include <array>
#include <limits>

#include "analyzers/legacy/reading.h"

namespace vankien {
namespace {

// Natural logarithms, like those of the readings; a decoded word gains about 8. Found by tests/bench/encodings.
constexpr double kChange = 8;      // of encoding from one block to the next: a block of one word follows
constexpr double kLeastGain = 10;  // of a run in Unicode text: two words that became syllables
constexpr double kLeastGainOfBytes = 4;  // of a run in bytes that cannot stay as they are
constexpr double kSurvivor = 10;         // a letter that a converter would not have left
constexpr double kImpossible = 1e6;

struct State {
  double log_likelihood = 0;
  std::size_t words = 0;
  std::size_t good_words = 0;
  std::size_t changed = 0;
  std::size_t good_changed = 0;
  std::size_t mended = 0;
};
using States = std::array<State, kLegacyEncodings>;

std::size_t index(LegacyEncoding encoding) { return static_cast<std::size_t>(encoding); }

bool is_double(LegacyEncoding encoding) {
  return encoding == LegacyEncoding::kDoubleVni || encoding == LegacyEncoding::kDoubleTcvn3;
}

States read_in_all(const Block& block) {
  States states;
  const auto read = [&](LegacyEncoding encoding) {
    const Reading reading = read_block(encoding, block.shown);
    states[index(encoding)] = {reading.log_likelihood - kSurvivor * static_cast<double>(reading.leftovers),
                               reading.words,
                               reading.good_words,
                               reading.changed,
                               reading.good_changed,
                               reading.mended};
  };
  read(LegacyEncoding::kNone);
  for (const LegacyEncoding candidate : kCandidates) {
    if (block.look == FirstLook::kRight && !is_double(candidate)) {
      states[index(candidate)].log_likelihood = -kImpossible;
    } else {
      read(candidate);
    }
  }
  return states;
}

// The likeliest way through the document (Viterbi), the commoner encoding where two are alike.
std::vector<LegacyEncoding> likeliest_way(const std::vector<States>& blocks) {
  std::vector<LegacyEncoding> order = {LegacyEncoding::kNone};
  order.insert(order.end(), kCandidates.begin(), kCandidates.end());
  std::array<double, kLegacyEncodings> worth{};
  std::vector<std::array<LegacyEncoding, kLegacyEncodings>> came_from(blocks.size());
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    LegacyEncoding leader = LegacyEncoding::kNone;
    for (const LegacyEncoding encoding : order)
      if (worth[index(encoding)] > worth[index(leader)]) leader = encoding;
    std::array<double, kLegacyEncodings> next{};
    for (const LegacyEncoding encoding : order) {
      const bool stay = b == 0 || worth[index(encoding)] >= worth[index(leader)] - kChange;
      came_from[b][index(encoding)] = stay ? encoding : leader;
      next[index(encoding)] = (stay ? worth[index(encoding)] : worth[index(leader)] - kChange) +
                              blocks[b][index(encoding)].log_likelihood;
    }
    worth = next;
  }
  LegacyEncoding at = LegacyEncoding::kNone;
  for (const LegacyEncoding encoding : order)
    if (worth[index(encoding)] > worth[index(at)] + 1e-9) at = encoding;
  std::vector<LegacyEncoding> way(blocks.size());
  for (std::size_t b = blocks.size(); b-- > 0;) {
    way[b] = at;
    at = came_from[b][index(at)];
  }
  return way;
}

struct Run {
  std::size_t begin;
  std::size_t end;
};

// The proof: what the encoding changes becomes syllables, and the words around are mostly such – of French, Spanish
// or German text at most three words in ten, of Vietnamese nine.
bool is_proven(const std::vector<States>& blocks, Run run, LegacyEncoding encoding, LegacySource source) {
  State sum;
  double raw = 0;
  for (std::size_t b = run.begin; b < run.end; ++b) {
    const State& state = blocks[b][index(encoding)];
    if (state.changed == 0) continue;
    sum.words += state.words;
    sum.good_words += state.good_words;
    sum.changed += state.changed;
    sum.good_changed += state.good_changed;
    sum.mended += state.mended;
    sum.log_likelihood += state.log_likelihood;
    raw += blocks[b][index(LegacyEncoding::kNone)].log_likelihood;
  }
  const double gain = sum.log_likelihood - raw;
  const bool bytes = source == LegacySource::kBytes;
  if (sum.changed == 0 || gain < (bytes ? kLeastGainOfBytes : kLeastGain)) return false;
  if (is_double(encoding) && sum.mended == 0) return false;
  if (sum.good_words * 10 < sum.words * 7) return false;
  return (sum.changed - sum.good_changed) * 10 <= sum.changed + 4;
}

void keep_what_is_proven(const std::vector<States>& blocks, LegacySource source,
                         std::vector<LegacyEncoding>& way) {
  for (std::size_t begin = 0; begin < way.size();) {
    std::size_t end = begin + 1;
    while (end < way.size() && way[end] == way[begin]) ++end;
    const LegacyEncoding encoding = way[begin];
    if (encoding != LegacyEncoding::kNone && !is_proven(blocks, {begin, end}, encoding, source))
      for (std::size_t b = begin; b < end; ++b)
        if (!is_proven(blocks, {b, b + 1}, encoding, source)) way[b] = LegacyEncoding::kNone;
    begin = end;
  }
}

}  // namespace

std::vector<LegacyEncoding> find_verdicts(const std::vector<Block>& blocks, LegacySource source) {
  std::vector<States> states;
  states.reserve(blocks.size());
  for (const Block& block : blocks) states.push_back(read_in_all(block));
  std::vector<LegacyEncoding> way = likeliest_way(states);
  keep_what_is_proven(states, source, way);
  return way;
}

}  // namespace vankien
