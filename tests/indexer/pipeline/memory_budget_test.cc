// 1. What is shared out never adds up to more than the budget.
// 2. A small budget means fewer workers, each with its least share; a large one no larger children than asked for.

#include "indexer/pipeline/memory_budget.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vankien {
namespace {

constexpr std::uint64_t kMegabyte = 1u << 20;

TEST(MemoryBudget, AddsUp) {
  for (const std::uint64_t megabytes : {256, 512, 700, 1024, 2048, 8192, 65536})
    for (const unsigned workers : {1u, 2u, 7u, 64u}) {
      const MemoryBudget budget = share_memory(megabytes * kMegabyte, workers, 1024 * kMegabyte);
      // Of a child's addresses 64 MB are code and tables that take no memory of its own.
      const std::uint64_t writing = budget.workers * budget.run_bytes;
      const std::uint64_t children = std::max(budget.workers * (budget.child_bytes - 64 * kMegabyte),
                                              budget.lone_child_bytes - 64 * kMegabyte);
      EXPECT_LE(budget.queue_bytes + writing + children + 64 * kMegabyte, megabytes * kMegabyte)
          << megabytes << " MB for " << workers;
      EXPECT_GE(budget.workers, 1u);
      EXPECT_LE(budget.workers, workers);
      EXPECT_GE(budget.child_bytes, 128 * kMegabyte);
      EXPECT_GE(budget.lone_child_bytes, budget.child_bytes);
      EXPECT_LE(budget.lone_child_bytes, 1024 * kMegabyte);
    }
}

TEST(MemoryBudget, TradesWorkers) {
  EXPECT_EQ(share_memory(kLeastMemory, 16, 1024 * kMegabyte).workers, 2u);
  EXPECT_EQ(share_memory(64 * kLeastMemory, 16, 1024 * kMegabyte).workers, 16u);
  EXPECT_GE(default_memory(), kLeastMemory);
}

}  // namespace
}  // namespace vankien
