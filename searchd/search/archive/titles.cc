#include "searchd/search/archive/titles.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "analyzers/letters.h"
#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/title_followers.h"

namespace vankien {

Titles::Titles(const Xapian::Database& database, const Columns& columns) {
  std::vector<std::pair<Xapian::docid, std::uint32_t>> pairs;
  sort_words(load_words(database, pairs), pairs);
  sort_documents(columns);
  place(database.get_lastdocid(), pairs);
}

// All bigrams come before the first word: by then it is known what follows it.
std::vector<TitleWord> Titles::load_words(const Xapian::Database& database,
                                          std::vector<std::pair<Xapian::docid, std::uint32_t>>& pairs) {
  std::vector<TitleWord> words;
  std::unordered_map<std::string, TitleFollowers> followers;
  const std::string all(prefix::kTitle);
  for (auto term = database.allterms_begin(all); term != database.allterms_end(all); ++term) {
    std::string text = (*term).substr(all.size());
    if (is_bigram(text)) {
      if (const auto pair = read_bigram(text))
        followers[std::string(pair->left)].add(std::string(pair->right), term.get_termfreq());
      continue;
    }
    const auto place = static_cast<std::uint32_t>(words.size());
    const auto following = followers.find(text);
    words.push_back({bare_form(text), std::move(text), term.get_termfreq(), 0, {}});
    if (following != followers.end()) words.back().followers = following->second.most_frequent();
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
      pairs.emplace_back(*at, place);
  }
  return words;
}

void Titles::sort_words(std::vector<TitleWord> words,
                        std::vector<std::pair<Xapian::docid, std::uint32_t>>& pairs) {
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return words[a] < words[b]; });
  std::vector<TitleWord> sorted;
  std::vector<std::uint32_t> places(words.size());
  for (const auto old : order) {
    places[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(words[old]));
    sorted.back().number = end_of_numbers_++;
  }
  words_ = std::move(sorted);
  for (auto& [document, word] : pairs) word = places[word];
}

void Titles::sort_documents(const Columns& columns) {
  documents_ = columns.documents();
  std::sort(documents_.begin(), documents_.end(), NewestFirst(columns));
}

void Titles::place(Xapian::docid last, std::vector<std::pair<Xapian::docid, std::uint32_t>>& pairs) {
  std::vector<std::uint32_t> ranks(last + 1), lengths(documents_.size(), 0);
  for (std::uint32_t i = 0; i < documents_.size(); ++i) ranks[documents_[i]] = i;
  for (const auto& [document, word] : pairs) ++lengths[ranks[document]];
  begins_.resize(documents_.size());
  std::vector<std::uint32_t> titles(pairs.size() + documents_.size()), next(documents_.size());
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    begins_[i] = begin;
    titles[begin] = lengths[i];
    next[i] = begin + 1;
    begin += lengths[i] + 1;
  }
  for (const auto& [document, word] : pairs) titles[next[ranks[document]]++] = word;
  for (std::size_t i = 0; i < documents_.size(); ++i)
    std::sort(titles.begin() + begins_[i] + 1, titles.begin() + next[i]);
  titles_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(titles));
}

std::vector<std::uint32_t> Titles::places() const {
  std::vector<std::uint32_t> places(end_of_numbers_, 0);
  for (std::uint32_t i = 0; i < words_.size(); ++i) places[words_[i].number] = i;
  return places;
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
