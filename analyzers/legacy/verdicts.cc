#include "analyzers/legacy/verdicts.h"

#include <algorithm>
#include <array>
#include <limits>

#include "analyzers/legacy/decoders.h"
#include "analyzers/legacy/reading.h"

namespace vankien {
namespace {

// Natural logarithms, like those of the readings; a decoded word gains about 8. Found by tests/bench/encodings.
constexpr double kChange = 8;     // of encoding from one block to the next: a block of one word follows
constexpr double kLeastGain = 7;  // of a run in Unicode text: a word that became a syllable
constexpr double kLeastWorthOfBytes =
    -11;                              // of a word in bytes that cannot stay as they are: one that is met
constexpr double kBytesStay = 6;      // the price of leaving a block of such bytes as it is
constexpr double kSurvivor = 10;      // a letter that a converter would not have left
constexpr std::size_t kMendedOf = 4;  // words that an encoding changes, one at least was no syllable before
constexpr double kImpossible = 1e6;

/// A reading's worth, without its text.
struct State {
  double log_likelihood = 0;
  std::size_t words = 0;
  std::size_t good_words = 0;
  std::size_t changed = 0;
  std::size_t good_changed = 0;
  std::size_t mended = 0;
  double changed_worth = 0;

  State& operator+=(const State& other) {
    log_likelihood += other.log_likelihood;
    words += other.words;
    good_words += other.good_words;
    changed += other.changed;
    good_changed += other.good_changed;
    mended += other.mended;
    changed_worth += other.changed_worth;
    return *this;
  }
};
using States = std::array<State, kLegacyEncodings>;

std::size_t index(LegacyEncoding encoding) { return static_cast<std::size_t>(encoding); }

bool is_double(LegacyEncoding encoding) {
  return encoding == LegacyEncoding::kDoubleVni || encoding == LegacyEncoding::kDoubleTcvn3;
}

State state_of(const Reading& reading, LegacySource source) {
  State state{reading.log_likelihood - kSurvivor * static_cast<double>(reading.leftovers),
              reading.words,
              reading.good_words,
              reading.changed,
              reading.good_changed,
              reading.mended,
              reading.changed_worth};
  if (source ==
      LegacySource::kBytes) {  // à is the same byte in Latin-1 and VISCII, and had to be decoded all the same
    state.changed += reading.unchanged;
    state.good_changed += reading.good_unchanged;
    state.changed_worth += reading.unchanged_worth;
  }
  return state;
}

bool has_anything_to_decode(std::u32string_view shown) {
  return has_viqr_marks(shown) ||
         std::any_of(shown.begin(), shown.end(), [](char32_t c) { return c >= 0x80; });
}

States read_in_all(const Block& block, LegacySource source, bool doubles) {
  States states;
  const bool right = block.look == FirstLook::kRight;
  if (!has_anything_to_decode(block.shown) || (right && !doubles)) {
    for (const LegacyEncoding candidate : kCandidates)
      if (right) states[index(candidate)].log_likelihood = -kImpossible;
    return states;
  }
  states[0] = state_of(read_block(LegacyEncoding::kNone, block.shown), source);
  if (source == LegacySource::kBytes && states[0].changed > 0) states[0].log_likelihood -= kBytesStay;
  for (const LegacyEncoding candidate : kCandidates) {
    if (right && !is_double(candidate)) {
      states[index(candidate)].log_likelihood = -kImpossible;
    } else {
      states[index(candidate)] = state_of(read_block(candidate, block.shown), source);
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
    if (blocks[b][index(encoding)].changed == 0) continue;
    sum += blocks[b][index(encoding)];
    raw += blocks[b][index(LegacyEncoding::kNone)].log_likelihood;
  }
  if (sum.changed == 0 || (sum.changed - sum.good_changed) * 10 > sum.changed + 4) return false;
  if (source == LegacySource::kBytes) {
    return sum.good_words * 2 >= sum.words &&
           sum.changed_worth >= kLeastWorthOfBytes * static_cast<double>(sum.changed);
  }
  // Of VIQR what stood there is two words or one of ASCII.
  const std::size_t least = encoding == LegacyEncoding::kViqr ? 0
                            : is_double(encoding)             ? 1
                                                              : (sum.changed + 3) / kMendedOf;
  if (sum.mended < least) return false;
  return sum.log_likelihood - raw >= kLeastGain && sum.good_words * 10 >= sum.words * 7;
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
  const bool doubles = std::any_of(blocks.begin(), blocks.end(),
                                   [](const Block& block) { return block.look == FirstLook::kTwice; });
  std::vector<States> states;
  states.reserve(blocks.size());
  for (const Block& block : blocks) states.push_back(read_in_all(block, source, doubles));
  std::vector<LegacyEncoding> way = likeliest_way(states);
  keep_what_is_proven(states, source, way);
  return way;
}

}  // namespace vankien
