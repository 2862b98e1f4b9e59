#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vankien {

/// The words that follow a word in titles.
class TitleFollowers {
 public:
  void add(std::string word, std::uint32_t documents) {
    if (documents >= kFewest) found_.emplace_back(documents, std::move(word));
  }
  /// At most kMostFollowers (titles.h), most frequent first, of equals by their bytes.
  std::vector<std::string> most_frequent();

 private:
  static constexpr std::uint32_t kFewest = 2;
  std::vector<std::pair<std::uint32_t, std::string>> found_;
};

/// Those of one word, looked up.
std::vector<std::string> find_followers(const Xapian::Database& database, const std::string& word);

}  // namespace vankien
