#include "searchd/search/passages/highlight.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/page_furniture.h"

namespace vankien {
namespace {

/// A symbol is what somebody looks for when they type it: it outweighs any word.
constexpr double kSymbolWeight = 20;
constexpr std::size_t kWordBits = 64;

// The longest of those that begin at one place; what begins within another is part of it.
void keep_apart(std::vector<Match>& matches) {
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::size_t kept = 0;
  for (const Match& match : matches)
    if (kept == 0 || match.span.begin >= matches[kept - 1].span.end) matches[kept++] = match;
  matches.resize(kept);
}

}  // namespace

/// Walks along the words of a text and notes which of them lie in a phrase (Shift-And).
class Matcher::PhraseWalk {
 public:
  explicit PhraseWalk(const Matcher& matcher) : matcher_(matcher), state_(matcher.begins_.size(), 0) {}

  void step(std::int32_t slots) {
    ++words_;
    if (slots < 0) {
      if (alive_) std::fill(state_.begin(), state_.end(), 0);
      alive_ = false;
      return;
    }
    const Bits& mask = matcher_.masks_[static_cast<std::size_t>(slots)];
    std::uint64_t carry = 0;
    alive_ = false;
    for (std::size_t i = 0; i < state_.size(); ++i) {
      const std::uint64_t next = state_[i] >> (kWordBits - 1);
      state_[i] = ((state_[i] << 1) | carry | matcher_.begins_[i]) & mask[i];
      carry = next;
      alive_ = alive_ || state_[i] != 0;
    }
    if (!alive_) return;
    std::uint32_t longest = 0;
    for (std::size_t i = 0; i < state_.size(); ++i)
      for (std::uint64_t ended = state_[i] & matcher_.ends_[i]; ended != 0; ended &= ended - 1)
        longest = std::max(
            longest, matcher_.lengths_[i * kWordBits + static_cast<std::size_t>(std::countr_zero(ended))]);
    if (longest > 0) found_.push_back({words_ - longest, words_});
  }

  /// Calls `take` for every word that lies in a phrase, once, in order.
  template <class Take>
  void each_word(Take take) const {
    // How many phrases begin and end at each word: overlapping ones must not cost their length each.
    if (found_.empty()) return;
    std::vector<int> changes(words_ + 1, 0);
    for (const auto& [first, last] : found_) {
      ++changes[first];
      --changes[last];
    }
    int open = 0;
    for (std::uint32_t i = 0; i < words_; ++i)
      if ((open += changes[i]) > 0) take(i);
  }

 private:
  const Matcher& matcher_;
  Bits state_;
  bool alive_ = false;
  std::uint32_t words_ = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found_;
};

// Inline, and without a branch for each letter of a short word: a text's words all come by here.
inline std::size_t Matcher::look_of(std::string_view word) {
  constexpr unsigned kShift = 32 - 12;
  static_assert(kLooks == std::size_t{1} << (32 - kShift));
  std::uint32_t first = 0, last = 0;
  if (word.size() >= sizeof first) {
    std::memcpy(&first, word.data(), sizeof first);
    std::memcpy(&last, word.data() + word.size() - sizeof last, sizeof last);
  } else if (!word.empty()) {  // one to three letters: the first, the middle one, the last
    const auto letter = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(word[i])}; };
    first = letter(0) | letter(word.size() / 2) << 8 | letter(word.size() - 1) << 16;
  }
  const auto size = static_cast<std::uint32_t>(word.size());
  return ((first * 0x9E3779B1U) ^ (last * 0x85EBCA77U) ^ (size * 0xC2B2AE3DU)) >> kShift;
}

Matcher::Matcher(const QueryTerms& terms) : terms_(terms) {
  add_words();
  add_phrases();
  for (const auto& [word, entry] : entries_) looks_.set(look_of(word));
}

std::uint32_t Matcher::key_of(const std::string& word) {
  const auto weight = terms_.weights.find(word);
  const double own = weight == terms_.weights.end() ? 1 : weight->second;
  const auto [entry, fresh] = keys_.emplace(bare_form(word), static_cast<std::uint32_t>(weights_.size()));
  if (fresh) weights_.push_back(own);
  // Of several forms the most frequent is most likely meant.
  weights_[entry->second] = std::min(weights_[entry->second], own);
  return entry->second;
}

void Matcher::add_words() {
  for (const std::string& word : terms_.words) entries_[word] = {key_of(word), true, -1};
}

void Matcher::add_phrases() {
  std::unordered_map<std::string_view, std::vector<std::size_t>> places;
  for (const auto& phrase : terms_.phrases) {
    for (std::size_t i = 0; i < phrase.size(); ++i)
      for (const std::string& form : phrase[i]) {
        places[form].push_back(bits_ + i);
        if (!entries_.contains(form)) entries_[form] = {key_of(form), false, -1};
      }
    bits_ += phrase.size();
    lengths_.resize(bits_, 0);
    if (!phrase.empty()) lengths_.back() = static_cast<std::uint32_t>(phrase.size());
  }
  const std::size_t size = (bits_ + kWordBits - 1) / kWordBits;
  const auto set = [](Bits& bits, std::size_t bit) {
    bits[bit / kWordBits] |= std::uint64_t{1} << (bit % kWordBits);
  };
  begins_.assign(size, 0);
  ends_.assign(size, 0);
  for (std::size_t bit = 0; bit < bits_; ++bit)
    if (lengths_[bit] > 0) {
      set(ends_, bit);
      set(begins_, bit + 1 - lengths_[bit]);
    }
  // The forms of one word take the same places: one mask for them all.
  std::map<std::vector<std::size_t>, std::int32_t> known;
  for (auto& [form, bits] : places) {
    bits.erase(std::unique(bits.begin(), bits.end()), bits.end());
    const auto [mask, fresh] = known.emplace(bits, static_cast<std::int32_t>(masks_.size()));
    if (fresh) {
      masks_.emplace_back(size, 0);
      for (const std::size_t bit : bits) set(masks_.back(), bit);
    }
    entries_[form].slots = mask->second;
  }
}

bool Matcher::is_symbol(std::string_view key) const {
  // The query may leave out the year, the marks, or both.
  const std::string whole(key);
  const std::string undated = whole.substr(0, whole.rfind('|') + 1);
  return terms_.symbols.contains(whole) || terms_.symbols.contains(undated) ||
         terms_.symbols.contains(bare_form(whole)) || terms_.symbols.contains(bare_form(undated));
}

TextMatches Matcher::match(std::string_view text) const {
  TextMatches found;
  found.weights = weights_;
  PhraseWalk phrases(*this);
  // Of the words in phrases' way, if there are phrases: their keys, and which of all words they are. What stands between two
  // pages is not in their way.
  std::vector<std::uint32_t> phrase_keys, running;
  const std::vector<Furniture> between =
      terms_.phrases.empty() ? std::vector<Furniture>() : find_page_furniture(text);
  auto passed = between.begin();
  std::map<std::string, std::uint32_t, std::less<>> symbol_keys;
  const auto take_word = [&](const TokenView& token) {
    const auto at = static_cast<std::uint32_t>(found.words.size());
    const auto entry = looks_[look_of(token.text)] ? entries_.find(token.text) : entries_.end();
    const bool known = entry != entries_.end();
    found.words.push_back({token.begin, token.end});
    if (known && entry->second.marks)
      found.matches.push_back({{token.begin, token.end}, at, at + 1, entry->second.key});
    if (terms_.phrases.empty()) return;
    while (passed != between.end() && passed->end <= token.begin) ++passed;
    if (passed != between.end() && passed->begin <= token.begin) return;
    running.push_back(at);
    phrases.step(known ? entry->second.slots : -1);
    phrase_keys.push_back(known ? entry->second.key : 0);
  };
  const auto take_symbol = [&](const TokenView& token) {
    if (!is_symbol(token.text)) return;
    const auto at = static_cast<std::uint32_t>(found.words.size());
    const auto [key, fresh] =
        symbol_keys.emplace(token.text, static_cast<std::uint32_t>(found.weights.size()));
    if (fresh) found.weights.push_back(kSymbolWeight);
    found.matches.push_back({{token.begin, token.end}, at, at + 1, key->second});
  };
  constexpr std::size_t kBytesAWord = 4;
  found.words.reserve(text.size() / kBytesAWord);
  if (terms_.symbols.empty())
    analyze_words(text, take_word);
  else
    analyze(text, [&](const TokenView& token) {
      if (token.kind == TokenKind::kSymbol)
        take_symbol(token);
      else if (token.kind != TokenKind::kBigram)
        take_word(token);
    });
  phrases.each_word([&](std::uint32_t i) {
    const std::uint32_t at = running[i];
    found.matches.push_back({found.words[at], at, at + 1, phrase_keys[i]});
  });
  keep_apart(found.matches);
  for (Match& match : found.matches)
    while (match.last < found.words.size() && found.words[match.last].begin < match.span.end) ++match.last;
  return found;
}

std::vector<Span> find_matches(std::string_view text, const QueryTerms& terms) {
  std::vector<Span> spans;
  if (terms.empty()) return spans;
  for (const Match& match : Matcher(terms).match(text).matches) spans.push_back(match.span);
  return spans;
}

}  // namespace vankien
