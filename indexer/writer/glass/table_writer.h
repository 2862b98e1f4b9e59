#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writer/summed_file.h"
#include "indexer/writer/version_file.h"

namespace vankien::glass {

/// Writes one table (B-tree) of a Xapian database from keys in order, block after block, each filled to the end, as compaction
/// leaves it. Source: Xapian 1.4.22, backends/glass/glass_table.h and glass_table.cc: the layout of blocks and items.
///
///   TableWriter table(folder / "docdata.glass");
///   table.add(key, tag);  …  const TableRoot root = table.finish();  table.sum()
///
/// Throws std::system_error; std::logic_error if a key is not above the one before, empty, or longer than 255 bytes.
class TableWriter {
 public:
  explicit TableWriter(std::filesystem::path file);
  void add(std::string_view key, std::string_view tag);
  /// Handed to the system when it returns, not on disk yet. A table without entries has no file.
  TableRoot finish();
  /// Of the finished file, if there is one.
  const Manifest::File& sum() const { return sum_; }

 private:
  /// A key as branches hold it: which component of its tag is told behind it.
  struct Separator {
    std::string key;
    unsigned component = 0;
  };
  /// The block of one level that is being filled: offsets from the front, items from the end.
  struct Block {
    std::array<std::uint8_t, kBlockBytes> bytes{};
    std::size_t directory_end = 0;
    std::size_t items_begin = 0;
    Separator separator;  ///< from the block before it; none for the first of a level
    std::size_t room() const { return items_begin - directory_end; }
    std::uint8_t* place(std::size_t size);
    void clear();
  };

  void add_item(std::string_view key, std::string_view piece, unsigned component, bool is_last);
  void begin_leaf(std::string_view key, unsigned component);
  void add_branch(std::size_t level, Separator separator, std::uint32_t block);
  std::uint32_t write(std::size_t level);

  std::filesystem::path path_;
  SummedFile file_;
  Manifest::File sum_;
  std::vector<std::unique_ptr<Block>> levels_;
  std::string last_key_;
  std::uint64_t entries_ = 0;
  std::uint32_t blocks_ = 0;
};

}  // namespace vankien::glass
