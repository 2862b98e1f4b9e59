#include "searchd/search/archive/titles.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "analyzers/letters.h"
#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

struct Follower {
  std::uint32_t documents = 0;
  std::string word;
};

void keep_most_frequent(std::vector<Follower>& found, TitleWord& word) {
  std::sort(found.begin(), found.end(), [](const Follower& a, const Follower& b) {
    return a.documents != b.documents ? a.documents > b.documents : a.word < b.word;
  });
  if (found.size() > kMostFollowers) found.resize(kMostFollowers);
  for (Follower& one : found) word.followers.push_back(std::move(one.word));
}

}  // namespace

Titles::Titles(const Xapian::Database& database, const Columns& columns) {
  std::vector<std::pair<Xapian::docid, std::uint32_t>> pairs;
  load_words(database, pairs);
  sort_words(pairs);
  sort_documents(columns);
  place(database.get_lastdocid(), pairs);
}

// All bigrams come before the first word: by then it is known what follows it.
void Titles::load_words(const Xapian::Database& database,
                        std::vector<std::pair<Xapian::docid, std::uint32_t>>& pairs) {
  constexpr std::uint32_t kFewestFollowing = 2;
  std::unordered_map<std::string, std::vector<Follower>> followers;
  const std::string all(prefix::kTitle);
  for (auto term = database.allterms_begin(all); term != database.allterms_end(all); ++term) {
    std::string text = (*term).substr(all.size());
    if (is_bigram(text)) {
      const std::uint32_t documents = term.get_termfreq();
      const auto pair = documents < kFewestFollowing ? std::nullopt : read_bigram(text);
      if (pair) followers[std::string(pair->left)].push_back({documents, std::string(pair->right)});
      continue;
    }
    const auto place = static_cast<std::uint32_t>(words_.size());
    const auto following = followers.find(text);
    words_.push_back({bare_form(text), std::move(text), term.get_termfreq(), {}});
    if (following != followers.end()) keep_most_frequent(following->second, words_.back());
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
      pairs.emplace_back(*at, place);
  }
}

void Titles::sort_words(std::vector<std::pair<Xapian::docid, std::uint32_t>>& pairs) {
  std::vector<std::uint32_t> order(words_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) {
    return words_[a].bare != words_[b].bare ? words_[a].bare < words_[b].bare
                                            : words_[a].word < words_[b].word;
  });
  std::vector<TitleWord> sorted;
  std::vector<std::uint32_t> places(words_.size());
  for (const auto old : order) {
    places[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(words_[old]));
  }
  words_ = std::move(sorted);
  for (auto& [document, word] : pairs) word = places[word];
}

// As Order has it: the numbers of documents depend on when each was written.
void Titles::sort_documents(const Columns& columns) {
  const auto& dates = columns[Attribute::kDate].ordinals;
  documents_ = columns.documents();
  std::sort(documents_.begin(), documents_.end(), [&](auto a, auto b) {
    return dates[a] != dates[b] ? dates[a] > dates[b] : columns.ids()[a] < columns.ids()[b];
  });
}

void Titles::place(Xapian::docid last, std::vector<std::pair<Xapian::docid, std::uint32_t>>& pairs) {
  std::vector<std::uint32_t> ranks(last + 1);
  for (std::uint32_t i = 0; i < documents_.size(); ++i) ranks[documents_[i]] = i;
  begins_.assign(documents_.size() + 1, 0);
  for (const auto& [document, word] : pairs) ++begins_[ranks[document] + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  title_words_.resize(pairs.size());
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  for (const auto& [document, word] : pairs) title_words_[next[ranks[document]]++] = word;
  for (std::size_t i = 0; i < documents_.size(); ++i)
    std::sort(title_words_.begin() + begins_[i], title_words_.begin() + begins_[i + 1]);
}

std::pair<std::size_t, std::size_t> Titles::begun_by(std::string_view bare) const {
  const auto first =
      std::lower_bound(words_.begin(), words_.end(), bare,
                       [](const TitleWord& word, std::string_view key) { return word.bare < key; });
  const auto last = std::partition_point(first, words_.end(),
                                         [&](const TitleWord& word) { return word.bare.starts_with(bare); });
  return {static_cast<std::size_t>(first - words_.begin()), static_cast<std::size_t>(last - words_.begin())};
}

}  // namespace vankien
