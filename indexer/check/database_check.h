#pragma once

#include <filesystem>

#include "indexer/check/finding.h"

namespace vankien {

/// Xapian's own check of every database of a generation, in a process of its own with bounded time and memory,
/// since the check itself can crash on a damaged one. `self` is this program. Finding: database.
Findings check_databases(const std::filesystem::path& generation, const std::filesystem::path& self);

/// The child's side. main() calls it with its own arguments:
///
///     vankien-indexer check-databases <generation>      a line for each that is damaged: grade, tab, reason
bool is_check_databases(int argc, char** argv);
int check_databases_main(char** argv);

}  // namespace vankien
