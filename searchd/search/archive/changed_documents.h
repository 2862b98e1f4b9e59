#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace vankien {

/// The documents of one database that are not what they were in an earlier generation, read once: written, removed, or both
/// under one number. What a snapshot holds of the others, the next one takes over.
class ChangedDocuments {
 public:
  struct One {
    Xapian::docid number = 0;
    bool is_there = false;  ///< now; what follows is of a document that is
    std::string id = {};    ///< Record::id
    std::string title = {};
    Xapian::Document document = {};
  };

  /// `numbers` of this database, in any order, each as often as it likes. Throws Xapian::Error, and std::runtime_error for a
  /// stored record that is none.
  ChangedDocuments(const Xapian::Database& database, std::vector<Xapian::docid> numbers);

  const std::vector<One>& all() const { return all_; }  ///< by number, ascending
  bool has(Xapian::docid number) const;
  /// Above the number of any document.
  std::size_t end() const { return end_; }

  /// Numbers of documents then, ascending → now.
  std::vector<Xapian::docid> apply_to(const std::vector<Xapian::docid>& documents) const;

 private:
  std::vector<One> all_;
  std::size_t end_;
};

}  // namespace vankien
