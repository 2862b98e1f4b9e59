#include "indexer/pipeline/memory_budget.h"

#include <unistd.h>

#include <algorithm>

namespace vankien {
namespace {

constexpr std::uint64_t kMegabyte = 1u << 20;
constexpr std::uint64_t kProgram = 64 * kMegabyte;     // its code, ICU's tables, SQLite
constexpr std::uint64_t kLeastChild = 64 * kMegabyte;  // OCR of a page takes 30, Word files and PDFs 3 to 20
constexpr std::uint64_t kMapped = 64 * kMegabyte;  // addresses of code and tables: 80 MB of them are measured
constexpr std::uint64_t kLeastLine = 8 * kMegabyte;  // each of two workers takes eleven times that for one
constexpr std::uint64_t kMostLine = 64 * kMegabyte;
constexpr std::uint64_t kLeastRun = 16 * kMegabyte;
constexpr std::uint64_t kMostRun = 64 * kMegabyte;

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
  budget.line_bytes = std::clamp<std::uint64_t>(bytes / 32, kLeastLine, kMostLine);
  budget.run_bytes = std::clamp<std::uint64_t>(bytes / 32, kLeastRun, kMostRun);
  const std::uint64_t writing = budget.run_bytes;
  const std::uint64_t most_workers = std::max<std::uint64_t>(1, shared / (kLeastChild + writing));
  budget.workers = static_cast<unsigned>(std::clamp<std::uint64_t>(workers, 1, most_workers));
  const auto addresses = [&](std::uint64_t memory) {
    return std::min<std::uint64_t>(std::max(memory, kLeastChild) + kMapped, most_child_bytes);
  };
  const std::uint64_t children = shared - std::min(shared, budget.workers * writing);
  budget.child_bytes = addresses(children / budget.workers);
  budget.lone_child_bytes = addresses(children);
  return budget;
}

}  // namespace vankien
