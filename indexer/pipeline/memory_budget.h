#pragma once

#include <cstddef>
#include <cstdint>

namespace vankien {

/// How the memory of a run is shared out, so that the indexer and its children together stay within it.
struct MemoryBudget {
  unsigned workers = 1;          ///< fewer than asked for, if each could not have its least share
  std::size_t child_bytes = 0;   ///< addresses of the child in which a worker's file is read
  std::size_t commit_bytes = 0;  ///< text that a worker holds before it commits
  std::size_t queue_bytes = 0;   ///< lines of .jsonl that wait for workers
};

/// The least that a run can be given: one worker, and the program itself.
inline constexpr std::uint64_t kLeastMemory = std::uint64_t{512} << 20;

/// Half of this machine's memory, and at least kLeastMemory: searchd and the system's cache need the rest.
std::uint64_t default_memory();

/// For 2 GB and 2 workers: children of 896 MB, 4 MB of text a commit, 64 MB of waiting lines. Children get no more
/// than `most_child_bytes`. Not counted is what grows with the archive: its documents' ids, which are kept to
/// notice two that have the same, some 250 bytes a document.
MemoryBudget share_memory(std::uint64_t bytes, unsigned workers, std::size_t most_child_bytes);

}  // namespace vankien
