#include "searchd/search/archive/word_rows.h"

#include <algorithm>

#include "analyzers/schema/schema.h"

namespace vankien {

WordRows::WordRows(std::size_t end, std::size_t most_bytes)
    : most_bytes_(most_bytes), blocks_((end + kDocuments - 1) / kDocuments) {}

WordRows::WordRows(const WordRows& before, const ChangedDocuments& changes)
    : WordRows(changes.end(), before.most_bytes_) {
  std::vector<bool> is_changed(blocks_.size());
  for (const auto& one : changes.all())
    if (const std::size_t number = one.number / kDocuments; number < blocks_.size())
      is_changed[number] = true;
  for (std::size_t i = 0; i < std::min(blocks_.size(), before.blocks_.size()); ++i) {
    const Block* block = is_changed[i] ? nullptr : before.blocks_[i].load(std::memory_order_acquire);
    if (block == nullptr) continue;
    ++block->keepers;
    blocks_[i] = block;
    bytes_ += sizeof(Block) + block->begins.back();
  }
}

WordRows::~WordRows() {
  for (const auto& slot : blocks_)
    if (const Block* block = slot.load(); block != nullptr && --block->keepers == 0) delete block;
}

const WordRows::Block* WordRows::keep(std::size_t number, std::unique_ptr<const Block> block) const {
  const Block* other = nullptr;
  if (!blocks_[number].compare_exchange_strong(other, block.get())) return other;
  bytes_ += sizeof(Block) + block->begins.back();
  return block.release();
}

std::string_view RowReader::of(Xapian::docid id) {
  const std::size_t number = id / WordRows::kDocuments;
  const WordRows::Block* block = rows_.blocks_[number].load(std::memory_order_acquire);
  if (block == nullptr && rows_.has_room()) block = rows_.keep(number, read_block(number));
  if (block != nullptr) {
    const std::size_t i = id % WordRows::kDocuments;
    return {block->codes.get() + block->begins[i], block->begins[i + 1] - block->begins[i]};
  }
  row_ = find(id) ? **stream_ : std::string();
  return row_;
}

bool RowReader::find(Xapian::docid id) {
  constexpr auto kSlot = static_cast<Xapian::valueno>(Slot::kWords);
  if (!stream_) stream_ = database_.valuestream_begin(kSlot);
  const auto end = database_.valuestream_end(kSlot);
  if (*stream_ != end && stream_->get_docid() < id) stream_->skip_to(id);
  return *stream_ != end && stream_->get_docid() == id;
}

std::unique_ptr<const WordRows::Block> RowReader::read_block(std::size_t number) {
  auto block = std::make_unique<WordRows::Block>();
  std::string codes;
  for (std::size_t i = 0; i < WordRows::kDocuments; ++i) {
    block->begins[i] = static_cast<std::uint32_t>(codes.size());
    if (find(static_cast<Xapian::docid>(number * WordRows::kDocuments + i))) codes += **stream_;
  }
  block->begins.back() = static_cast<std::uint32_t>(codes.size());
  block->codes = std::make_unique_for_overwrite<char[]>(codes.size());
  std::copy(codes.begin(), codes.end(), block->codes.get());
  return block;
}

}  // namespace vankien
