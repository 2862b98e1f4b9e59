#include "indexer/writer/glass/list_writer.h"

#include "indexer/writer/glass/pack.h"

namespace vankien::glass {
namespace {

using namespace std::string_view_literals;

// Before everything else: a term that begins with a zero byte goes on with FF.
constexpr std::string_view kCountsOfSlot = "\0\xD0"sv;
constexpr std::string_view kValues = "\0\xD8"sv;
constexpr std::string_view kLengths = "\0\xE0"sv;

constexpr std::string_view kLeastValue = "\0"sv;
constexpr std::size_t kGreatestValueBytes = 32;

}  // namespace

void ListWriter::value_counts(std::uint32_t slot, std::uint32_t documents) {
  key_ = kCountsOfSlot;
  for (; slot > 0; slot >>= 8) key_ += static_cast<char>(slot & 0xFF);
  tag_.clear();
  append_number(tag_, documents);
  append_text(tag_, kLeastValue);
  tag_.append(kGreatestValueBytes, '\xFF');
  table_.add(key_, tag_);
}

void ListWriter::values(std::uint32_t slot, std::uint32_t first, std::string_view chunk) {
  key_ = kValues;
  append_number(key_, slot);
  append_sortable(key_, first);
  table_.add(key_, chunk);
}

void ListWriter::begin_lengths() {
  key_ = kLengths;
  is_lengths_ = true;
  counts_.assign(2, '\0');
}

void ListWriter::begin_list(std::string_view term, std::uint32_t documents, std::uint64_t times) {
  key_.clear();
  append_key_text(key_, term);
  is_lengths_ = false;
  counts_.clear();
  append_number(counts_, documents);
  append_number(counts_, times);
}

void ListWriter::chunk(const ListPiece& chunk) {
  if (!waiting_.empty()) flush(false);
  first_ = chunk.first;
  last_ = chunk.last;
  waiting_ = chunk.bytes;
}

void ListWriter::end_list() {
  joiner_.finish();
  flush(true);
}

void ListWriter::flush(bool is_last) {
  tag_.clear();
  const std::size_t key_size = key_.size();
  if (!counts_.empty()) {
    tag_ = counts_;
    append_number(tag_, first_ - 1);
    counts_.clear();
  } else {
    if (!is_lengths_) key_ += '\0';
    append_sortable(key_, first_);
  }
  tag_ += is_last ? '1' : '0';
  append_number(tag_, last_ - first_);
  tag_ += waiting_;
  table_.add(key_, tag_);
  key_.resize(key_size);
  waiting_.clear();
}

}  // namespace vankien::glass
