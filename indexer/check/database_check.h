#pragma once

#include <filesystem>
#include <vector>

#include "analyzers/schema/grade.h"
#include "indexer/check/finding.h"

namespace vankien {

std::vector<Grade> all_grades();

/// Xapian's own check of databases of a generation, in a process of its own with bounded time and memory,
/// since the check itself can crash on a damaged one. Of a database that was appended to (indexer/writer/
/// shared_database.h) its trees, one by one, and every document and term are read, since Xapian takes offence at blocks it
/// does not know to be free. `self` is this program. Finding: database.
Findings check_databases(const std::filesystem::path& generation, const std::filesystem::path& self,
                         const std::vector<Grade>& grades = all_grades());

/// The child's side. main() calls it with its own arguments:
///
///     vankien-indexer check-databases <generation> open mat      a line for each that is damaged: grade, tab, reason
bool is_check_databases(int argc, char** argv);
int check_databases_main(int argc, char** argv);

}  // namespace vankien
