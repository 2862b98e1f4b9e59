#include "indexer/writer/glass/table_writer.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace vankien::glass {
namespace {

constexpr std::size_t kHeadBytes =
    11;  // revision 4, level 1, free in a row 2, free 2, end of the directory 2
constexpr std::size_t kOffsetBytes = 2;     // of an item, in the directory
constexpr std::size_t kItemHeadBytes = 3;   // size with flags 2, length of the key 1
constexpr std::size_t kComponentBytes = 2;  // which piece of its tag a leaf item holds; not told of the first
constexpr std::size_t kPointerBytes = 4;    // number of a block, in a branch item
constexpr std::size_t kMostKeyBytes = 255;
// Whoever changes the table later counts on four items of any size to a block.
constexpr std::size_t kMostItemBytes = (kBlockBytes - kHeadBytes - 4 * kOffsetBytes) / 4;
// A tag is cut to fill the rest of a block unless the rest is smaller than this: each cut costs a key.
constexpr std::size_t kLeastCut = 128;
constexpr unsigned kLast = 0x4000;
constexpr unsigned kFirst = 0x2000;
constexpr std::uint32_t kRevision = 1;

void put2(std::uint8_t* at, std::size_t value) {
  at[0] = static_cast<std::uint8_t>(value >> 8);
  at[1] = static_cast<std::uint8_t>(value);
}

void put4(std::uint8_t* at, std::uint32_t value) {
  put2(at, value >> 16);
  put2(at + 2, value & 0xFFFF);
}

}  // namespace

void TableWriter::Block::clear() {
  directory_end = kHeadBytes;
  items_begin = kBlockBytes;
}

std::uint8_t* TableWriter::Block::place(std::size_t size) {
  items_begin -= size;
  put2(bytes.data() + directory_end, items_begin);
  directory_end += kOffsetBytes;
  return bytes.data() + items_begin;
}

TableWriter::TableWriter(std::filesystem::path file) : path_(std::move(file)), file_(path_) {
  levels_.push_back(std::make_unique<Block>());
  levels_[0]->clear();
  add_item("", "", 1, true);  // every tree begins with an empty key
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  if (key.empty() || key.size() > kMostKeyBytes || key <= last_key_)
    throw std::logic_error(path_.string() + ": a key is too long or out of order");
  const std::size_t head = kItemHeadBytes + key.size();
  std::size_t room = levels_[0]->room();
  std::size_t piece = std::min(tag.size(), kMostItemBytes - head);
  if (head + piece + kOffsetBytes > room) {
    if (room >= head + kOffsetBytes + kLeastCut)
      piece = room - head - kOffsetBytes;
    else
      begin_leaf(key, 1);
  }
  unsigned component = 1;
  add_item(key, tag.substr(0, piece), component, piece == tag.size());
  last_key_ = key;
  ++entries_;
  for (tag.remove_prefix(piece); !tag.empty(); tag.remove_prefix(piece)) {
    if (++component > 0xFFFF) throw std::logic_error(path_.string() + ": a tag is too long");
    const std::size_t more = head + kComponentBytes;
    room = levels_[0]->room();
    piece = std::min(tag.size(), kMostItemBytes - more);
    if (more + piece + kOffsetBytes > room) {
      if (room >= more + kOffsetBytes + kLeastCut)
        piece = room - more - kOffsetBytes;
      else
        begin_leaf(key, component);
    }
    add_item(key, tag.substr(0, piece), component, piece == tag.size());
  }
}

void TableWriter::add_item(std::string_view key, std::string_view piece, unsigned component, bool is_last) {
  const std::size_t size = kItemHeadBytes + key.size() + (component > 1 ? kComponentBytes : 0) + piece.size();
  std::uint8_t* at = levels_[0]->place(size);
  put2(at, (size - kItemHeadBytes) | (is_last ? kLast : 0) | (component == 1 ? kFirst : 0));
  at[2] = static_cast<std::uint8_t>(key.size());
  at += kItemHeadBytes;
  at = std::copy(key.begin(), key.end(), at);
  if (component > 1) {
    put2(at, component);
    at += kComponentBytes;
  }
  std::copy(piece.begin(), piece.end(), at);
}

// The block that comes is told from the one before by as much of its first key as differs; of one key by the component.
void TableWriter::begin_leaf(std::string_view key, unsigned component) {
  Separator separator = levels_[0]->separator;
  add_branch(1, std::move(separator), write(0));
  const auto differs = std::mismatch(key.begin(), key.end(), last_key_.begin(), last_key_.end()).first;
  const auto same = static_cast<std::size_t>(differs - key.begin());
  levels_[0]->separator = {std::string(key.substr(0, same + 1)), component};
}

void TableWriter::add_branch(std::size_t level, Separator separator, std::uint32_t block) {
  if (levels_.size() == level) {
    levels_.push_back(std::make_unique<Block>());
    levels_[level]->clear();
  }
  const std::size_t full = kPointerBytes + 1 + separator.key.size() + kComponentBytes;
  if (levels_[level]->room() < full + kOffsetBytes) {
    Separator own = std::move(levels_[level]->separator);
    add_branch(level + 1, std::move(own), write(level));
    levels_[level]->separator = std::move(separator);
    separator = {};
  } else if (levels_[level]->directory_end == kHeadBytes) {
    separator = {};
  }
  // The first of a block has no key: everything below the second is its.
  std::uint8_t* at = levels_[level]->place(kPointerBytes + 1 + separator.key.size() + kComponentBytes);
  put4(at, block);
  at[kPointerBytes] = static_cast<std::uint8_t>(separator.key.size());
  at = std::copy(separator.key.begin(), separator.key.end(), at + kPointerBytes + 1);
  put2(at, separator.component);
}

std::uint32_t TableWriter::write(std::size_t level) {
  Block& block = *levels_[level];
  std::uint8_t* head = block.bytes.data();
  put4(head, kRevision);
  head[4] = static_cast<std::uint8_t>(level);
  put2(head + 5, block.room());
  put2(head + 7, block.room());
  put2(head + 9, block.directory_end);
  std::memset(head + block.directory_end, 0, block.room());
  file_.write({reinterpret_cast<const char*>(head), kBlockBytes});
  block.clear();
  return blocks_++;
}

TableRoot TableWriter::finish() {
  TableRoot root;
  if (entries_ == 0) {
    std::filesystem::remove(path_);
    return root;
  }
  for (std::size_t level = 0; level < levels_.size(); ++level) {
    Separator separator = std::move(levels_[level]->separator);
    const bool is_root = level + 1 == levels_.size();
    root.root = write(level);
    if (!is_root) add_branch(level + 1, std::move(separator), root.root);
    root.level = static_cast<unsigned>(level);
  }
  root.entries = entries_;
  root.blocks = blocks_;
  sum_ = file_.close();
  return root;
}

}  // namespace vankien::glass
