#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_set>

namespace vankien {

/// The bare forms of the words of one database that have marks (its synonyms' keys): what a misspelt word may have
/// been meant as is looked for among these. Loaded when a generation is opened, then read by all threads.
class BareWords {
 public:
  explicit BareWords(const Xapian::Database& database);
  bool has(const std::string& bare) const { return words_.contains(bare); }
  std::size_t size() const { return words_.size(); }

 private:
  std::unordered_set<std::string> words_;
};

}  // namespace vankien
