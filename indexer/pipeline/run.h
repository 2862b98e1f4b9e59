#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <vector>

#include "indexer/extract/extract.h"
#include "indexer/generations/generations.h"
#include "indexer/pipeline/memory_budget.h"
#include "indexer/pipeline/plan.h"
#include "indexer/pipeline/work.h"

namespace vankien {

/// The run was asked to stop before it published. A reindex goes on from there the next time.
class Stopped : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Room for the ledger's and the system's own needs, where none other is asked for.
inline constexpr std::uint64_t kReserveBytes = 256u << 20;

struct RunOptions {
  std::vector<std::filesystem::path> sources;
  std::filesystem::path home;
  std::filesystem::path self;  ///< this program; those beside it read files, itself checks databases
  unsigned workers = 0;        ///< 0 = one a core
  bool force = false;          ///< publish although the archive shrank much
  bool fresh = false;          ///< a reindex takes up nothing of an interrupted one
  /// Asked often, by several threads; once true, the run finishes what is in hand and throws Stopped.
  std::function<bool()> stop = [] { return false; };
  std::uint64_t reserve_bytes = kReserveBytes;    ///< stay free on the disk of the home
  std::size_t keep = kKeptGenerations;            ///< generations that stay on disk, at least 2
  std::uint64_t memory_bytes = default_memory();  ///< for this program and its children together
  ExtractLimits limits;                           ///< a child has less memory where memory_bytes asks for it
};

/// How a run ended. `generation` is 0 if nothing had changed and nothing was published.
struct RunResult {
  std::uint64_t generation = 0;
  std::uint64_t documents_total = 0;
};

/// Throws Stopped if the run was asked to stop.
void heed_stop(const RunOptions& options);

/// Builds a new generation from all sources and publishes it; searches go on in the old one meanwhile. What an
/// interrupted reindex had read is not read again (indexer/pipeline/attempt.h).
/// Throws HomeLocked, Stopped, DiskFull, std::runtime_error, Xapian::Error; the published generation is then
/// untouched. Only Stopped, a death and a refused loss leave something to take up.
RunResult reindex(const RunOptions& options, RunCounts& counts);

/// Brings in new and changed files of the sources, takes out vanished ones, and publishes; the rest of the
/// archive stays. A first update is a reindex. Throws as reindex does.
RunResult update(const RunOptions& options, RunCounts& counts);

/// What reindex or update would do, by the published ledger; nothing is touched, and the lock is not needed.
Plan plan_run(const RunOptions& options, bool is_update);

}  // namespace vankien
