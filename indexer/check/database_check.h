#pragma once

#include <filesystem>
#include <vector>

#include "analyzers/schema/grade.h"
#include "indexer/check/finding.h"

namespace vankien {

std::vector<Grade> all_grades();

enum class CheckDepth {
  kTables,  ///< Xapian's own check: the tables, and each list in itself; 10 ms a megabyte
  kRecords,  ///< and every document's terms, made again from its stored record, against those that list it: 0.4 ms of 2 KB
};

/// Checks databases of a generation, in a process of its own with bounded time and memory, since Xapian's check can crash on a
/// damaged one. Of a database that was appended to (indexer/writer/shared_database.h) it looks at the tables one by one, since Xapian
/// takes offence at blocks it does not know to be free. `self` is this program. Finding: database.
Findings check_databases(const std::filesystem::path& generation, const std::filesystem::path& self,
                         const std::vector<Grade>& grades = all_grades(),
                         CheckDepth depth = CheckDepth::kRecords);

/// The child's side. main() calls it with its own arguments:
///
///     vankien-indexer check-databases <generation> tables open mat      a line for each that is damaged: grade, tab, reason
bool is_check_databases(int argc, char** argv);
int check_databases_main(int argc, char** argv);

}  // namespace vankien
