#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "analyzers/schema/manifest.h"
#include "indexer/writer/run/run_format.h"

namespace vankien {

/// Most runs that are open at once: more are merged to longer ones first.
inline constexpr std::size_t kMostRuns = 64;

/// Joins runs, in this order, to one Xapian database: documents of the second come after those of the first. Runs between go
/// below `scratch`. `next` is called now and then; what it throws ends the merge. Whole when it returns, though not on disk yet; sums of its
/// tables, by name.
/// Throws std::runtime_error (std::system_error) if a file cannot be read or written.
Manifest::Files merge_runs(const std::vector<std::filesystem::path>& runs,
                           const std::filesystem::path& database, const std::filesystem::path& scratch,
                           const std::function<void()>& next, std::size_t most_runs = kMostRuns);

}  // namespace vankien
