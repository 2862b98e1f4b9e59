#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/writer/glass/table_writer.h"
#include "indexer/writer/run/piece_joiner.h"

namespace vankien::glass {

/// Writes what postlist.glass holds, in the order of its keys: for each slot what it holds in all, values, lengths, lists.
///   value_counts* values* begin_lengths piece* end_list (begin_list piece* end_list)*
/// A list becomes chunks of at most kChunkBytes, each an item of a block: the first has the term as its key and begins with
/// counts, the others have their first document behind it. Source: Xapian 1.4.22, backends/glass/glass_postlist.cc,
/// glass_values.cc.
class ListWriter {
 public:
  explicit ListWriter(TableWriter& table) : table_(table) {}

  /// No document is ever the least or the greatest of a slot: these are kept for good, and would tell of one that went to a
  /// higher grade. So they stand at the ends (first_document.h).
  void value_counts(std::uint32_t slot, std::uint32_t documents);
  /// A chunk of values, the first of which is that document's.
  void values(std::uint32_t slot, std::uint32_t first, std::string_view chunk);
  void begin_lengths();
  void begin_list(std::string_view term, std::uint32_t documents, std::uint64_t times);
  void piece(const ListPiece& piece) { joiner_.add(piece); }
  void end_list();

 private:
  static constexpr std::size_t kChunkBytes = 1960;
  struct Chunks {
    ListWriter* writer;
    void operator()(const ListPiece& chunk) const { writer->chunk(chunk); }
  };
  void chunk(const ListPiece& chunk);
  void flush(bool is_last);

  TableWriter& table_;
  PieceJoiner<Chunks> joiner_{kChunkBytes, Chunks{this}};
  std::string key_;  ///< of the list
  bool is_lengths_ = false;
  std::string counts_;       ///< for its first chunk; empty when that is written
  std::uint32_t first_ = 0;  ///< of the chunk that waits until it is known whether it is the last
  std::uint32_t last_ = 0;
  std::string waiting_;
  std::string tag_;
};

}  // namespace vankien::glass
