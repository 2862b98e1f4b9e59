#include "searchd/search/passages/highlight.h"

#include <algorithm>
#include <bit>
#include <map>

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

Matcher::Matcher(const QueryTerms& terms) : terms_(terms) {
  add_words();
  add_phrases();
}

Matcher::Entry& Matcher::entry_of(const std::string& word) {
  const std::uint32_t number = finder_.add(word);
  if (number == entries_.size()) entries_.push_back({key_of(word), false, -1});
  return entries_[number];
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
  for (const std::string& word : terms_.words) entry_of(word).marks = true;
}

void Matcher::add_phrases() {
  std::unordered_map<std::string_view, std::vector<std::size_t>> places;
  for (const auto& phrase : terms_.phrases) {
    for (std::size_t i = 0; i < phrase.size(); ++i)
      for (const std::string& form : phrase[i]) {
        places[form].push_back(bits_ + i);
        entry_of(form);
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
    entries_[finder_.add(form)].slots = mask->second;
  }
}

bool Matcher::is_symbol(std::string_view key) const {
  // The query may leave out the year, the marks, or both.
  const std::string whole(key);
  const std::string undated = whole.substr(0, whole.rfind('|') + 1);
  return terms_.symbols.contains(whole) || terms_.symbols.contains(undated) ||
         terms_.symbols.contains(bare_form(whole)) || terms_.symbols.contains(bare_form(undated));
}

void Matcher::match_words(const FoundWords& read, TextMatches& found) const {
  for (const auto& [at, number] : read.sought)
    if (entries_[number].marks) found.matches.push_back({read.words[at], at, at + 1, entries_[number].key});
}

void Matcher::match_phrases(std::string_view text, const FoundWords& read, TextMatches& found) const {
  PhraseWalk phrases(*this);
  // Of the words in phrases' way: their keys, and which of all words they are. What stands between two pages is not in it.
  std::vector<std::uint32_t> keys, running;
  const std::vector<Furniture> between = find_page_furniture(text);
  auto passed = between.begin();
  auto sought = read.sought.begin();
  for (std::uint32_t at = 0; at < read.words.size(); ++at) {
    const Entry* const entry =
        sought != read.sought.end() && sought->at == at ? &entries_[sought++->number] : nullptr;
    const std::uint32_t begin = read.words[at].begin;
    while (passed != between.end() && passed->end <= begin) ++passed;
    if (passed != between.end() && passed->begin <= begin) continue;
    running.push_back(at);
    phrases.step(entry != nullptr ? entry->slots : -1);
    keys.push_back(entry != nullptr ? entry->key : 0);
  }
  phrases.each_word([&](std::uint32_t i) {
    const std::uint32_t at = running[i];
    found.matches.push_back({read.words[at], at, at + 1, keys[i]});
  });
}

void Matcher::match_symbols(const FoundWords& read, TextMatches& found) const {
  std::map<std::string, std::uint32_t, std::less<>> keys;
  for (const Token& symbol : read.symbols) {
    if (!is_symbol(symbol.text)) continue;
    const auto [key, fresh] = keys.emplace(symbol.text, static_cast<std::uint32_t>(found.weights.size()));
    if (fresh) found.weights.push_back(kSymbolWeight);
    found.matches.push_back({{symbol.begin, symbol.end}, symbol.position, symbol.position + 1, key->second});
  }
}

TextMatches Matcher::match(std::string_view text) const {
  TextMatches found;
  found.weights = weights_;
  FoundWords read = finder_.find(text, !terms_.symbols.empty());
  match_words(read, found);
  match_symbols(read, found);
  if (!terms_.phrases.empty()) match_phrases(text, read, found);
  found.words = std::move(read.words);
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
