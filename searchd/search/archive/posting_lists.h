#pragma once

#include <xapian.h>

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "searchd/search/archive/changed_documents.h"
#include "searchd/search/archive/document_set.h"

namespace vankien {

/// The documents of one term, and how often each has it.
struct PostingList {
  using Count = std::uint16_t;  ///< more is not told apart: by then BM25 hardly moves
  std::size_t documents = 0;
  // Of a rare term:
  std::vector<Xapian::docid> ids;  ///< ascending
  std::vector<Count> counts;       ///< beside them
  // Of a frequent one, where that takes no more room:
  std::vector<Count> dense;  ///< by id: one more than the count, 0 = the document does not have the term
  DocumentSet set;

  bool is_dense() const { return !dense.empty(); }
  bool has(Xapian::docid id) const;
  std::size_t bytes() const;
};

/// The posting lists of one database that were asked for lately, decoded, and the lengths of its documents (4 bytes each). Xapian
/// decodes a list anew for every query, 12 ns a posting; and fetching document lengths was 45 % of a search. Shared by
/// all threads.
class PostingLists {
 public:
  explicit PostingLists(const Xapian::Database& database, std::size_t most_bytes = kMostBytes);

  /// What they were in an earlier generation, and what changed since. Of lists asked for already only the changed documents are
  /// looked up, when they are asked for again.
  PostingLists(const PostingLists& before, const Xapian::Database& database, const ChangedDocuments& changes);

  /// `database`: a handle of the caller's thread on the same database.
  std::shared_ptr<const PostingList> of(const Xapian::Database& database, const std::string& term) const;

  const std::vector<std::uint32_t>& lengths() const { return lengths_; }  ///< by id, in terms
  const DocumentSet& all() const { return all_; }

  /// All lists of 50,000 articles of laws take half of it.
  static constexpr std::size_t kMostBytes = 64 << 20;

 private:
  using Ages = std::list<const std::string*>;

  struct Entry {
    std::shared_ptr<const PostingList> list;
    Ages::iterator age;
    std::size_t seen = 0;  ///< how many of `changes_` the list knows of
  };

  void take_over(const PostingLists& before, const ChangedDocuments& changes);
  void drop_oldest() const;

  std::vector<std::uint32_t> lengths_;
  DocumentSet all_;
  std::size_t most_bytes_;
  /// Numbers of changed documents, in the order of the changes: a list kept over several generations may not have been asked for.
  std::vector<Xapian::docid> changes_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, Entry> entries_;
  mutable Ages ages_;  ///< terms, the last asked for first
  mutable std::size_t bytes_ = 0;
};

}  // namespace vankien
