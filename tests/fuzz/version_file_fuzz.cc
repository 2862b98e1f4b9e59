// Reads any bytes as the version file of a Xapian database. What is taken has, without free blocks, the same revision and
// the same sizes of blocks, and stays as it is when its free blocks are taken away again; it can be
// given other term lists.

#include <cstdint>
#include <cstdlib>

#include "indexer/writer/version_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vankien;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  constexpr std::uint64_t kMany = 1u << 30;
  const std::array<std::uint64_t, kTables.size()> blocks = {kMany, kMany, kMany, kMany, kMany, kMany};
  const auto read = read_version_file(bytes);
  const auto empty = without_free_blocks(bytes, blocks);
  if (!read && empty) std::abort();
  const auto lists = with_term_lists(bytes, {3, 1, 17, 5});
  if (lists.has_value() != read.has_value() || (lists && !read_version_file(*lists))) std::abort();
  if (!empty) return 0;
  const auto again = read_version_file(*empty);
  if (!again || again->revision != read->revision || again->block_bytes != read->block_bytes) std::abort();
  if (without_free_blocks(*empty, blocks) != empty) std::abort();
  return 0;
}
