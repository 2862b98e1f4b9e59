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
  explicit Joiner(const Phrase& phrase) : phrase_(phrase), taken_(phrase.size(), false) {}

  std::vector<Join> find() {
    const std::size_t count = phrase_.size();
    std::size_t vowel = 0;
    for (std::size_t at = 0; at < count;) {
      vowel = std::max(vowel, at);
      while (vowel < count && phrase_[vowel].piece != Piece::kVowel) ++vowel;
      if (vowel == count) break;
      if (vowel - at >= kMostLetters) at = vowel - kMostLetters + 1;
      const std::size_t last = longest(at, Piece::kVowel);
      if (last != at) take(at, last);
      at = std::max(last, at + 1);
    }
    for (std::size_t i = 0; i < joins_.size();
         ++i) {  // grows while we walk: beside each join, and beside those
      if (const std::size_t last = longest(joins_[i].last, Piece::kConsonant); last != joins_[i].last)
        take(joins_[i].last, last);
      for (std::size_t first = joins_[i].first < kMostLetters ? 0 : joins_[i].first - kMostLetters;
           first < joins_[i].first; ++first)
        if (!taken_[first] && longest(first, Piece::kConsonant, joins_[i].first) == joins_[i].first) {
          take(first, joins_[i].first);
          break;
        }
    }
    std::sort(joins_.begin(), joins_.end(), [](const Join& a, const Join& b) { return a.first < b.first; });
    return std::move(joins_);
  }

 private:
  void take(std::size_t first, std::size_t last) {
    std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(first),
              taken_.begin() + static_cast<std::ptrdiff_t>(last), true);
    joins_.push_back({first, last});
  }

  // End of the longest run of words from `first` on that is one syllable and holds such a piece; `first` if there is none.
  std::size_t longest(std::size_t first, Piece least, std::size_t limit = SIZE_MAX) const {
    std::size_t best = first;
    std::u32string letters;
    bool has_piece = false;
    for (std::size_t i = first; i < std::min(limit, phrase_.size()) && !taken_[i]; ++i) {
      const PhraseWord& word = phrase_[i];
      if (word.kind != TokenKind::kWord || (i > first && word.gap > Gap::kBlank)) break;
      letters += decode_utf8(phrase_.word(i)).chars;
      if (letters.size() > kMostLetters) break;
      has_piece = has_piece || word.piece >= least;
      if (i > first && has_piece && is_attested_syllable(letters)) best = i + 1;
    }
    return best;
  }

  const Phrase& phrase_;
  std::vector<bool> taken_;
  std::vector<Join> joins_;
};

Phrase rewrite(const Phrase& phrase, const std::vector<Join>& joins) {
  Phrase out;
  auto join = joins.begin();
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    PhraseWord word = phrase[i];
    if (join == joins.end() || join->first != i) {
      out.add(word, phrase.word(i));
      continue;
    }
    std::string letters;
    for (std::size_t k = join->first; k < join->last; ++k) letters += phrase.word(k);
    word.end = phrase[join->last - 1].end;
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

void join_fragments(Phrase& phrase) {
  for (;;) {
    const auto joins = Joiner(phrase).find();
    if (joins.empty()) return;
    phrase = rewrite(phrase, joins);
  }
}

}  // namespace vankien
