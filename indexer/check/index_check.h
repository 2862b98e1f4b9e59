#pragma once

#include <xapian.h>

#include <filesystem>
#include <vector>

#include "indexer/check/database_check.h"
#include "indexer/check/finding.h"
#include "indexer/ledger/handed_over.h"
#include "indexer/ledger/ledger.h"

namespace vankien {

/// The index against the ledger, by the term that tells which file a document came from:
///   missing_document   the ledger says a file gave more documents than the index holds of it
///   orphan             the index holds documents of a file of which the ledger does not know them
/// Of an update (State::kChanged) those files alone that it noted: what it costs is what changes. Throws Xapian::Error.
Findings check_documents(const std::filesystem::path& generation, Ledger& ledger, Ledger::State state);

/// The index against the list of what was handed over:
///   missing_document   the list has a document that the index does not hold, and the ledger does not tell why
///   orphan             the index holds one that the list does not have
/// Throws Xapian::Error, std::runtime_error.
Findings check_handed_over(const std::filesystem::path& generation, HandedOverDocuments& documents,
                           Ledger& ledger);

/// Whether a generation holds anything that was handed over. Throws Xapian::Error.
bool holds_handed_over(const std::filesystem::path& generation);

/// Asks the index for documents it holds, spread over each database: each must be the only one with its id,
/// be found by a word of its text, and be readable. Findings: probe; wrong_count where a database does not hold
/// as many documents as the manifest says, also where nothing is asked for. Throws Xapian::Error.
inline constexpr Xapian::docid kProbes = 25;  ///< a database
inline constexpr Xapian::docid kFewProbes =
    2;  ///< of one that was probed before, and whose changes are checked one by one
Findings probe(const std::filesystem::path& generation, Xapian::docid probes = kProbes,
               const std::vector<Grade>& grades = all_grades());

}  // namespace vankien
