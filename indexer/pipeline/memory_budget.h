#pragma once

#include <cstddef>
#include <cstdint>

namespace vankien {

/// How the memory of a run is shared out, so that the indexer and its children together stay within it.
struct MemoryBudget {
  unsigned workers = 1;              ///< fewer than asked for, if each could not have its least share
  std::size_t child_bytes = 0;       ///< addresses of the child in which a worker's file is read
  std::size_t lone_child_bytes = 0;  ///< of one that finds this too little: the others wait (child_room.h)
  std::size_t run_bytes = 0;         ///< in which a worker gathers documents before it writes a run
  std::size_t queue_bytes = 0;       ///< lines of .jsonl that wait for workers
  std::size_t line_bytes = 0;        ///< the longest line of .jsonl that is read
};

/// The least that a run can be given: two workers, and the program itself. LibreOffice, which reads .xls, .ppt, .ods, .odp
/// and a few .doc, needs twice as much; their files are failures that say so.
inline constexpr std::uint64_t kLeastMemory = std::uint64_t{256} << 20;

/// Half of this machine's memory, and at least kLeastMemory: searchd and the system's cache need the rest.
std::uint64_t default_memory();

/// Children are given addresses, of which a program's code and tables take 64 MB at least and no memory of its own.
/// For 2 GB and 2 workers: children of 960 MB, 64 MB to gather documents in, 64 MB of waiting lines; for 256 MB: children of
/// 136 MB, a lone one of 208, 16 MB to gather in, 16 of lines. Children get no more than `most_child_bytes`. Not counted is what
/// grows with the archive: what is known of its files, and in an update the ids of the documents it reads, some 150 bytes each;
/// a reindex finds documents with the same id afterwards, in its runs (duplicate_ids.h).
MemoryBudget share_memory(std::uint64_t bytes, unsigned workers, std::size_t most_child_bytes);

}  // namespace vankien
