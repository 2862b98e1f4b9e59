#include "searchd/search/passages/passages.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace vankien {
namespace {

// Two terms side by side are most likely meant together: half of their weight besides.
constexpr double kPairShare = 0.5;
// What another passage has said already.
constexpr double kSaidShare = 0.2;
// Between windows of the same terms: the one that has more of them, then the shorter.
constexpr double kAgain = 1e-3;
constexpr double kWordBetween = 1e-6;

/// Words [first, last) of a text.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Matches [first, last) of a text, and what they are worth together.
struct Cluster {
  std::size_t first = 0;
  std::size_t last = 0;
  double score = 0;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// Whether a sentence ends in what stands between two words: a full stop before a blank, an empty line, a page's end.
bool ends_sentence(std::string_view between) {
  for (std::size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (c == '\f') return true;
    const bool before_blank = i + 1 < between.size() && is_blank(between[i + 1]);
    if ((c == '.' || c == '!' || c == '?' || c == ';') && before_blank) return true;
    if (c == '\n' && i + 1 < between.size() && between.find('\n', i + 1) != std::string_view::npos)
      return true;
  }
  return false;
}

class Picker {
 public:
  Picker(std::string_view text, const TextMatches& found, std::size_t words)
      : text_(text),
        found_(found),
        words_(std::max<std::size_t>(words, 1)),
        weights_(found.weights),
        counts_(weights_.size(), 0) {}

  /// The best cluster within the range that fits a window.
  std::optional<Cluster> best_in(Range range) {
    const auto& matches = found_.matches;
    const auto begin =
        std::lower_bound(matches.begin(), matches.end(), range.first,
                         [](const Match& match, std::size_t word) { return match.first < word; });
    std::optional<Cluster> best;
    score_ = 0;  // the counts are back at nothing after each walk
    const auto start = static_cast<std::size_t>(begin - matches.begin());
    std::size_t last = start;
    for (std::size_t first = start; first < matches.size() && matches[first].first < range.last; ++first) {
      last = std::max(last, first);
      // A symbol longer than a window is a window of its own; one that runs over the end of a page belongs to its begin.
      while (last < matches.size() && matches[last].first < range.last &&
             (last == first ||
              std::min<std::size_t>(matches[last].last, range.last) - matches[first].first <= words_)) {
        count(matches[last].key, 1);
        if (last > first) count_pair(last - 1, 1);
        ++last;
      }
      const double length = matches[last - 1].last - matches[first].first;
      const double score = score_ + kAgain * static_cast<double>(std::min<std::size_t>(last - first, 100)) -
                           kWordBetween * length;
      if (!best || score > best->score) best = Cluster{first, last, score};
      count(matches[first].key, -1);
      if (last > first + 1) count_pair(first, -1);
    }
    return best;
  }

  /// The cluster with some words around it, within the range.
  Crop widen(const Cluster& cluster, Range range) const {
    const std::size_t from = found_.matches[cluster.first].first;
    const std::size_t end = std::min<std::size_t>(found_.matches[cluster.last - 1].last, range.last);
    const std::size_t to = std::max(end, from + 1);
    const std::size_t spare = words_ > to - from ? words_ - (to - from) : 0;
    std::size_t first =
        sentence_begin(from, range, spare).value_or(from - std::min(spare / 2, from - range.first));
    std::size_t last = std::min(range.last, std::max(to, first + words_));
    if (last == range.last && last - range.first > words_) first = std::min(first, last - words_);
    if (last == range.last && last - range.first <= words_) first = range.first;
    if (last < range.last)
      for (std::size_t stop = last; stop >= to && stop - first > words_ / 2; --stop)
        if (is_begin(stop)) {
          last = stop;
          break;
        }
    return make_crop({first, last}, range);
  }

  Crop make_crop(Range window, Range range) const {
    Crop crop;
    crop.cut_front = window.first > range.first;
    crop.cut_back = window.last < range.last;
    const auto& words = found_.words;
    crop.window.begin = words[window.first].begin;
    crop.window.end = words[window.last - 1].end;
    // The stop belongs to its sentence.
    const std::size_t next = window.last < words.size() ? words[window.last].begin : text_.size();
    if (is_begin(window.last))
      while (crop.window.end < next && !is_blank(text_[crop.window.end])) ++crop.window.end;
    return crop;
  }

  /// What this cluster says counts little from now on.
  void spend(const Cluster& cluster) {
    for (std::size_t i = cluster.first; i < cluster.last; ++i) {
      const std::uint32_t key = found_.matches[i].key;
      weights_[key] = std::min(weights_[key], found_.weights[key] * kSaidShare);
    }
  }

 private:
  void count(std::uint32_t key, int change) {
    counts_[key] += change;
    if (counts_[key] == (change > 0 ? 1 : 0)) score_ += change * weights_[key];
  }

  void count_pair(std::size_t left, int change) {
    const Match& a = found_.matches[left];
    const Match& b = found_.matches[left + 1];
    if (a.last != b.first || a.key == b.key) return;
    int& number = pairs_[(std::uint64_t{a.key} << 32U) | b.key];
    number += change;
    if (number == (change > 0 ? 1 : 0)) score_ += change * kPairShare * (weights_[a.key] + weights_[b.key]);
  }

  /// Whether a sentence begins with this word.
  bool is_begin(std::size_t word) const {
    if (word == 0 || word >= found_.words.size()) return true;
    const std::size_t begin = found_.words[word - 1].end;
    return found_.words[word].begin > begin &&
           ends_sentence(text_.substr(begin, found_.words[word].begin - begin));
  }

  /// Where the sentence of this word begins, if that is near enough.
  std::optional<std::size_t> sentence_begin(std::size_t word, Range range, std::size_t spare) const {
    for (std::size_t i = word;; --i) {
      if (i == range.first || is_begin(i)) return i;
      if (word - i == spare) return std::nullopt;
    }
  }

  std::string_view text_;
  const TextMatches& found_;
  std::size_t words_;
  std::vector<double> weights_;
  std::vector<int> counts_;
  std::unordered_map<std::uint64_t, int> pairs_;
  double score_ = 0;
};

/// The words of each page, by the form feeds before them.
std::vector<Range> pages_of(std::string_view text, const std::vector<Span>& words) {
  std::vector<Range> pages = {{0, 0}};
  std::size_t feed = text.find('\f');
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (; feed < words[i].begin; feed = text.find('\f', feed + 1)) {
      pages.back().last = i;
      pages.push_back({i, i});
    }
  }
  pages.back().last = words.size();
  return pages;
}

}  // namespace

Crop crop_around(std::string_view text, const TextMatches& found, std::size_t words) {
  const Range all{0, found.words.size()};
  if (all.last <= words) return {{0, static_cast<std::uint32_t>(text.size())}, false, false};
  Picker picker(text, found, words);
  const auto cluster = picker.best_in(all);
  Crop crop = cluster ? picker.widen(*cluster, all) : picker.make_crop({0, words}, all);
  if (!crop.cut_front) crop.window.begin = 0;
  if (!crop.cut_back) crop.window.end = static_cast<std::uint32_t>(text.size());
  return crop;
}

std::vector<Passage> best_passages(std::string_view text, const TextMatches& found, std::size_t words,
                                   std::size_t count) {
  struct Piece {
    Range words;
    std::size_t page;
    std::optional<Cluster> best;
  };
  Picker picker(text, found, words);
  std::vector<Piece> pieces;
  const std::vector<Range> pages = pages_of(text, found.words);
  for (std::size_t i = 0; i < pages.size(); ++i) pieces.push_back({pages[i], i + 1, {}});
  std::vector<Passage> passages;
  while (passages.size() < count) {
    Piece* chosen = nullptr;
    for (Piece& piece : pieces) {
      if (piece.words.first < piece.words.last) piece.best = picker.best_in(piece.words);
      if (piece.best && (chosen == nullptr || piece.best->score > chosen->best->score)) chosen = &piece;
    }
    if (chosen == nullptr) break;
    const Piece from = *chosen;
    Crop crop = picker.widen(*from.best, from.words);
    // What lies before and after it may still be chosen.
    const auto& all = found.words;
    const auto word_at = [&](std::uint32_t byte) {
      return static_cast<std::size_t>(
          std::lower_bound(all.begin(), all.end(), byte,
                           [](const Span& word, std::uint32_t at) { return word.begin < at; }) -
          all.begin());
    };
    const Range taken{word_at(crop.window.begin), word_at(crop.window.end)};
    const Range page = pages[from.page - 1];
    crop.cut_front = taken.first > page.first;
    crop.cut_back = taken.last < page.last;
    passages.push_back({crop, from.page});
    picker.spend(*from.best);
    *chosen = {{from.words.first, taken.first}, from.page, {}};
    pieces.push_back({{taken.last, from.words.last}, from.page, {}});
  }
  return passages;
}

}  // namespace vankien
