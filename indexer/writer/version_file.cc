#include "indexer/writer/version_file.h"

#include <sodium.h>

#include "indexer/writer/glass/pack.h"
#include "indexer/writer/glass/packed_bytes.h"

namespace vankien {
namespace {

using glass::append_number;

// Xapian 1.4.22, backends/glass/glass_version.cc and glass_freelist.h: magic and format, uuid, revision, then of each
// table its root and free list, then counts of the whole database. Numbers have seven bits a byte, lowest first.
constexpr std::string_view kMagic = "\x0f\x0dXapian Glass\x04\x6e";
constexpr std::size_t kUuidBytes = 16;
constexpr std::uint64_t kBlockUnit = 2048;
constexpr std::uint64_t kFirstRevision = 1;
// Of each table, the size of a tag above which later updates compress it; 0 = never.
constexpr std::array<std::uint64_t, kTables.size()> kCompressAbove = {0, 18, 18, 0, 18, 18};

struct Table {
  std::string_view head;  ///< root, level, entries, size of a block, what is compressed
  std::uint64_t block_bytes = 0;
  std::string_view free_list;
};

struct Parts {
  std::string_view head;  ///< magic, uuid, revision
  std::uint64_t revision = 0;
  std::array<Table, kTables.size()> tables;
  std::string_view tail;
};

std::optional<Parts> take_apart(std::string_view all) {
  if (!all.starts_with(kMagic)) return std::nullopt;
  glass::PackedBytes bytes(all);
  if (!bytes.skip(kMagic.size() + kUuidBytes)) return std::nullopt;
  Parts parts;
  const auto revision = bytes.number();
  if (!revision) return std::nullopt;
  parts.revision = *revision;
  parts.head = all.substr(0, all.size() - bytes.left().size());
  for (Table& table : parts.tables) {
    const std::string_view from = bytes.left();
    std::optional<std::uint64_t> units;
    for (int field = 0; field < 5; ++field) {
      const auto number = bytes.number();
      if (!number) return std::nullopt;
      if (field == 3) units = number;
    }
    table.head = from.substr(0, from.size() - bytes.left().size());
    table.block_bytes = *units * kBlockUnit;
    const auto free_list = bytes.text();
    if (!free_list || table.block_bytes == 0) return std::nullopt;
    table.free_list = *free_list;
  }
  parts.tail = bytes.left();
  for (int counts = 0; counts < 8; ++counts)
    if (!bytes.number()) return std::nullopt;
  if (!bytes.left().empty()) return std::nullopt;
  return parts;
}

// Of what revision the list is, the first block that was never used, where it begins, where it is written on.
std::optional<std::string> empty_list(std::string_view free_list, std::uint64_t blocks) {
  glass::PackedBytes bytes(free_list);
  const auto revision = bytes.number();
  const auto first_unused = bytes.number();
  for (int cursor = 0; cursor < 4; ++cursor)
    if (!bytes.number()) return std::nullopt;
  if (!revision || !first_unused || !bytes.left().empty() || *first_unused > blocks) return std::nullopt;
  std::string list;
  append_number(list, *revision);
  append_number(list, blocks);
  return list + std::string(4, '\0');
}

// A table that was written in one go.
void append_table(std::string& made, std::size_t which, const TableRoot& table) {
  const bool is_there = table.entries > 0;
  append_number(made, table.root);
  append_number(made,
                table.level << 2 | 2u | (is_there ? 0u : 1u));  // 2: leaves stand in order, 1: no blocks
  append_number(made, table.entries);
  append_number(made, kBlockBytes / kBlockUnit);
  append_number(made, kCompressAbove[which]);
  std::string list;
  if (is_there) {
    append_number(list, kFirstRevision);
    append_number(list, table.blocks);
    list += std::string(4, '\0');
  }
  glass::append_text(made, list);
}

void append_table(std::string& made, std::string_view head, std::string_view free_list) {
  made += head;
  glass::append_text(made, free_list);
}

}  // namespace

std::optional<VersionFile> read_version_file(std::string_view bytes) {
  const auto parts = take_apart(bytes);
  if (!parts) return std::nullopt;
  VersionFile found;
  found.revision = parts->revision;
  for (std::size_t i = 0; i < kTables.size(); ++i) found.block_bytes[i] = parts->tables[i].block_bytes;
  return found;
}

std::string make_version_file(const std::array<TableRoot, kTables.size()>& roots,
                              const DatabaseCounts& counts) {
  std::string made(kMagic);
  std::array<char, kUuidBytes> uuid{};
  randombytes_buf(uuid.data(), uuid.size());
  made.append(uuid.data(), uuid.size());
  append_number(made, kFirstRevision);
  for (std::size_t i = 0; i < kTables.size(); ++i) append_table(made, i, roots[i]);
  append_number(made, counts.documents);
  append_number(made, counts.last_id - counts.documents);
  append_number(made, counts.least_length);
  append_number(made, counts.most_times);
  append_number(made, counts.most_length - counts.most_times);
  append_number(made, 0);  // of change sets there are none
  append_number(made, counts.total_length);
  append_number(made, 0);  // nor spellings
  return made;
}

std::optional<std::string> without_free_blocks(std::string_view bytes,
                                               const std::array<std::uint64_t, kTables.size()>& blocks) {
  const auto parts = take_apart(bytes);
  if (!parts) return std::nullopt;
  std::string made(parts->head);
  for (std::size_t i = 0; i < kTables.size(); ++i) {
    const Table& table = parts->tables[i];
    std::string list(table.free_list);
    if (!list.empty()) {
      const auto empty = empty_list(list, blocks[i]);
      if (!empty) return std::nullopt;
      list = *empty;
    }
    append_table(made, table.head, list);
  }
  return made + std::string(parts->tail);
}

std::optional<std::string> with_term_lists(std::string_view bytes, const TableRoot& lists) {
  const auto parts = take_apart(bytes);
  if (!parts) return std::nullopt;
  std::string made(parts->head);
  for (std::size_t i = 0; i < kTables.size(); ++i)
    if (i == kTermLists)
      append_table(made, i, lists);
    else
      append_table(made, parts->tables[i].head, parts->tables[i].free_list);
  return made + std::string(parts->tail);
}

}  // namespace vankien
