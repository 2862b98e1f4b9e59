#include "analyzers/fragments.h"

#include <algorithm>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/run_memory.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

constexpr std::size_t kMostLetters = 7;  // nghiêng has 7, and no syllable more

// The words [first, last) are one.
struct Join {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Joiner {
 public:
  explicit Joiner(const Phrases& phrases) : phrases_(phrases), taken_(phrases.size(), false) {}

  std::vector<Join> find() {
    const std::size_t count = phrases_.size();
    std::size_t vowel = 0;
    for (std::size_t at = 0; at < count;) {
      vowel = std::max(vowel, at);
      while (vowel < count && phrases_[vowel].piece != Piece::kVowel) ++vowel;
      if (vowel == count) break;
      if (vowel - at >= kMostLetters) at = vowel - kMostLetters + 1;
      const std::size_t last = longest(at, Piece::kVowel);
      if (last != at) take(at, last);
      at = std::max(last, at + 1);
    }
    // Beside each join, and beside those: the list grows while we walk.
    for (std::size_t i = 0; i < joins_.size(); ++i) {
      const Join join = joins_[i];
      if (has_neighbour(join.last))
        if (const std::size_t last = longest(join.last, Piece::kConsonant); last != join.last)
          take(join.last, last);
      if (!has_neighbour(join.first)) continue;
      for (std::size_t first = join.first < kMostLetters ? 0 : join.first - kMostLetters; first < join.first;
           ++first)
        if (!taken_[first] && longest(first, Piece::kConsonant, join.first) == join.first) {
          take(first, join.first);
          break;
        }
    }
    std::sort(joins_.begin(), joins_.end(), [](const Join& a, const Join& b) { return a.first < b.first; });
    return std::move(joins_);
  }

 private:
  static std::size_t count_letters(std::string_view folded) {
    return static_cast<std::size_t>(std::count_if(folded.begin(), folded.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;  // each has one byte that continues none
    }));
  }

  // True if the word there is in one phrase with the word before it.
  bool has_neighbour(std::size_t i) const { return i > 0 && phrases_.has_bigram(i - 1); }

  void take(std::size_t first, std::size_t last) {
    std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(first),
              taken_.begin() + static_cast<std::ptrdiff_t>(last), true);
    joins_.push_back({first, last});
  }

  // End of the longest run of words from `first` on that is one syllable and holds such a piece; `first` if there is none.
  std::size_t longest(std::size_t first, Piece least, std::size_t limit = SIZE_MAX) const {
    std::size_t best = first;
    std::string joined;
    std::size_t letters = 0;
    bool has_piece = false;
    for (std::size_t i = first; i < std::min(limit, phrases_.size()) && !taken_[i]; ++i) {
      const PhraseWord& word = phrases_[i];
      if (word.kind != TokenKind::kWord || (i > first && word.gap > Gap::kBlank)) break;
      letters += count_letters(phrases_.word(i));
      if (letters > kMostLetters) break;  // most neighbours: nothing was decoded for them
      joined += phrases_.word(i);
      has_piece = has_piece || word.piece >= least;
      if (i > first && has_piece && is_attested_syllable(decode_utf8(joined).chars)) best = i + 1;
    }
    return best;
  }

  const Phrases& phrases_;
  std::vector<bool> taken_;
  std::vector<Join> joins_;
};

Phrases rewrite(const Phrases& phrases, const std::vector<Join>& joins) {
  Phrases out;
  auto join = joins.begin();
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    PhraseWord word = phrases[i];
    if (join == joins.end() || join->first != i) {
      out.add(word, phrases.word(i));
      continue;
    }
    std::string letters;
    for (std::size_t k = join->first; k < join->last; ++k) letters += phrases.word(k);
    word.end = phrases[join->last - 1].end;
    word.piece = Piece::kWhole;
    out.add(word, filter_run(letters).words.at(0).text);  // the tone finds its place, y its spelling
    i = join->last - 1;
    ++join;
  }
  return out;
}

}  // namespace

Piece piece_of(std::string_view folded) {
  if (folded.size() > kMostLetters * 3) return Piece::kWhole;
  const std::u32string letters = decode_utf8(folded).chars;
  if (letters.size() >= kMostLetters || !std::all_of(letters.begin(), letters.end(), is_letter))
    return Piece::kWhole;
  if (is_attested_syllable(letters)) return Piece::kWhole;
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return take_apart(c).base != 0; })
             ? Piece::kVowel
             : Piece::kConsonant;
}

void join_fragments(Phrases& phrases) {
  for (;;) {
    const auto joins = Joiner(phrases).find();
    if (joins.empty()) return;
    phrases = rewrite(phrases, joins);
  }
}

}  // namespace vankien
