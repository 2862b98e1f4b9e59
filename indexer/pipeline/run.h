#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/extract/extract.h"
#include "indexer/pipeline/plan.h"
#include "indexer/pipeline/work.h"

namespace vankien {

struct RunOptions {
  std::vector<std::filesystem::path> sources;
  std::filesystem::path home;
  std::filesystem::path self;  ///< this program, to be started anew as the bounded child that extracts
  unsigned workers = 0;        ///< 0 = one a core
  bool force = false;          ///< publish although the archive shrank much
  ExtractLimits limits;
};

/// How a run ended. `generation` is 0 if nothing had changed and nothing was published.
struct RunResult {
  std::uint64_t generation = 0;
  std::uint64_t documents_total = 0;
};

/// Builds a new generation from all sources and publishes it; searches go on in the old one meanwhile.
/// Throws HomeLocked, std::runtime_error, Xapian::Error; the published generation is then untouched.
RunResult reindex(const RunOptions& options, RunCounts& counts);

/// Brings in new and changed files of the sources, takes out vanished ones, and publishes; the rest of the
/// archive stays. A first update is a reindex. Throws as reindex does.
RunResult update(const RunOptions& options, RunCounts& counts);

/// What reindex or update would do, by the published ledger; nothing is touched, and the lock is not needed.
Plan plan_run(const RunOptions& options, bool is_update);

}  // namespace vankien
