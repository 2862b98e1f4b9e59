#pragma once

#include <xapian.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/archive/changed_documents.h"

namespace vankien {

/// The rows of words (Slot::kWords) of one database, kept in memory once they were asked for: a phrase of two frequent words asks
/// for those of half the documents, and Xapian reads blocks of its table for nearly each, which was two thirds of a phrase's time.
/// They are kept for good, in blocks of documents that stand beside each other, until there is no room; those of other documents
/// are read each time. Shared by all threads.
///   RowReader rows(*view.rows[shard], view.shards[shard]);
///   for (id : ascending) … phrase.stands_in(rows.of(id)) …
class WordRows {
 public:
  /// Of documents below `end`.
  explicit WordRows(std::size_t end, std::size_t most_bytes = kMostBytes);
  /// Those of an earlier generation, but for blocks that hold a document that has changed.
  WordRows(const WordRows& before, const ChangedDocuments& changes);
  ~WordRows();
  WordRows(const WordRows&) = delete;
  WordRows& operator=(const WordRows&) = delete;

  std::size_t bytes() const {
    return bytes_;
  }  ///< that are kept; at most one block a thread over what was said

  /// Rows take a quarter of the text: there is room for those of 280,000 articles of laws.
  static constexpr std::size_t kMostBytes = 128 << 20;

 private:
  friend class RowReader;
  static constexpr std::size_t kDocuments = 16;

  struct Block {
    std::array<std::uint32_t, kDocuments + 1> begins{};  ///< of the rows, and where the last one ends
    std::unique_ptr<char[]> codes;
    mutable std::atomic<std::size_t> keepers = 1;  ///< generations that have it
  };

  bool has_room() const { return bytes_ < most_bytes_; }
  /// That block, or the one that another thread has brought in the meantime.
  const Block* keep(std::size_t number, std::unique_ptr<const Block> block) const;

  std::size_t most_bytes_;
  mutable std::vector<std::atomic<const Block*>> blocks_;
  mutable std::atomic<std::size_t> bytes_ = 0;
};

/// One thread's walk along the rows of documents, ids ascending. Throws Xapian::Error.
class RowReader {
 public:
  /// Both must outlive it; `database`: a handle of the caller's thread on the database that the rows are of.
  RowReader(const WordRows& rows, const Xapian::Database& database) : rows_(rows), database_(database) {}

  /// Empty if the document has none. Valid until the next call.
  std::string_view of(Xapian::docid id);

 private:
  std::unique_ptr<const WordRows::Block> read_block(std::size_t number);
  /// Goes to the row of that document, if it has one.
  bool find(Xapian::docid id);

  const WordRows& rows_;
  const Xapian::Database& database_;
  std::optional<Xapian::ValueIterator> stream_;  ///< begun with the first row that is not in memory
  std::string row_;
};

}  // namespace vankien
