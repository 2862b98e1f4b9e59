#include "indexer/writer/version_file.h"

namespace vankien {
namespace {

// Xapian 1.4.22, backends/glass/glass_version.cc and glass_freelist.h: magic and format, uuid, revision, then of each
// table its root and free list, then counts of the whole database. Numbers have seven bits a byte, lowest first.
constexpr std::string_view kMagic = "\x0f\x0dXapian Glass\x04\x6e";
constexpr std::size_t kUuidBytes = 16;
constexpr std::uint64_t kBlockUnit = 2048;

class Bytes {
 public:
  explicit Bytes(std::string_view left) : left_(left) {}

  bool skip(std::size_t count) {
    if (left_.size() < count) return false;
    left_.remove_prefix(count);
    return true;
  }
  std::optional<std::uint64_t> number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63 && !left_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
    return std::nullopt;
  }
  std::optional<std::string_view> text() {
    const auto size = number();
    if (!size || left_.size() < *size) return std::nullopt;
    const std::string_view found = left_.substr(0, *size);
    left_.remove_prefix(*size);
    return found;
  }
  std::string_view left() const { return left_; }

 private:
  std::string_view left_;
};

void append_number(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

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
  Bytes bytes(all);
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
  Bytes bytes(free_list);
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

}  // namespace

std::optional<VersionFile> read_version_file(std::string_view bytes) {
  const auto parts = take_apart(bytes);
  if (!parts) return std::nullopt;
  VersionFile found;
  found.revision = parts->revision;
  for (std::size_t i = 0; i < kTables.size(); ++i) found.block_bytes[i] = parts->tables[i].block_bytes;
  return found;
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
    made += table.head;
    append_number(made, list.size());
    made += list;
  }
  return made + std::string(parts->tail);
}

}  // namespace vankien
