#include "indexer/pipeline/memory_budget.h"

#include <unistd.h>

#include <algorithm>

namespace vankien {
namespace {

constexpr std::uint64_t kMegabyte = 1u << 20;
constexpr std::uint64_t kProgram = 64 * kMegabyte;      // its code, ICU's tables, SQLite
constexpr std::uint64_t kLeastChild = 256 * kMegabyte;  // addresses: the libraries alone take 100 MB of them
constexpr std::uint64_t kMostCommit = 4 * kMegabyte;
// What a worker needs for a byte of text it has not yet committed: words, pairs and positions in Xapian's hands,
// and the file it is just reading.
constexpr std::uint64_t kMemoryForAByte = 16;

}  // namespace

std::uint64_t default_memory() {
  const auto pages = static_cast<std::uint64_t>(std::max(::sysconf(_SC_PHYS_PAGES), 0L));
  const auto page = static_cast<std::uint64_t>(std::max(::sysconf(_SC_PAGESIZE), 0L));
  return std::max(kLeastMemory, pages * page / 2);
}

MemoryBudget share_memory(std::uint64_t bytes, unsigned workers, std::size_t most_child_bytes) {
  MemoryBudget budget;
  budget.queue_bytes = std::min<std::uint64_t>(bytes / 16, 64 * kMegabyte);
  const std::uint64_t shared = bytes - std::min(bytes, kProgram + budget.queue_bytes);
  budget.commit_bytes = std::clamp<std::uint64_t>(bytes / 512, kMegabyte, kMostCommit);
  const std::uint64_t writing = budget.commit_bytes * kMemoryForAByte;
  const std::uint64_t most_workers = std::max<std::uint64_t>(1, shared / (kLeastChild + writing));
  budget.workers = static_cast<unsigned>(std::clamp<std::uint64_t>(workers, 1, most_workers));
  const std::uint64_t each = shared / budget.workers;
  budget.child_bytes = std::clamp<std::uint64_t>(each - std::min(each, writing), kLeastChild,
                                                 std::max<std::uint64_t>(kLeastChild, most_child_bytes));
  return budget;
}

}  // namespace vankien
