#include "searchd/search/archive/title_followers.h"

#include <algorithm>

#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/word_codes.h"
#include "searchd/search/archive/titles.h"

namespace vankien {

std::vector<std::string> TitleFollowers::most_frequent() {
  std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(found_.size(), kMostFollowers); ++i) words.push_back(found_[i].second);
  return words;
}

std::vector<std::string> find_followers(const Xapian::Database& database, const std::string& word) {
  const std::string begin = std::string(prefix::kTitle) + bigram_of_codes(word_code(word), "");
  TitleFollowers followers;
  for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
    const std::string text = (*term).substr(prefix::kTitle.size());
    if (const auto pair = read_bigram(text); pair && pair->left == word)
      followers.add(std::string(pair->right), term.get_termfreq());
  }
  return followers.most_frequent();
}

}  // namespace vankien
