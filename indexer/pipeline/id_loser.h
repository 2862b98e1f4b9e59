#pragma once

#include <string>
#include <unordered_set>

#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/work.h"
#include "indexer/writer/duplicate_ids.h"

namespace vankien {

/// Where a loser comes from: this run read it, or it is published and its file is left alone by an update.
enum class LoserOf { kThisRun, kPublished };

/// A document is not published, because another one has its id: the failure duplicate_id, and where both have another grade, a line
/// on the work list of grades. It is counted as not read by this run, a published one as removed. After its file's row is in the
/// ledger (Account::close). Throws std::runtime_error of the ledger.
void note_loser(const IdClaim& loser, const IdClaim& winner, LoserOf of, Ledger& ledger, RunCounts& counts);

/// The files a document of which is not published, for its id is another's, as published; what was handed over is no file.
/// Throws std::runtime_error of the ledger.
std::unordered_set<std::string> files_of_losers(Ledger& ledger);

/// A document went that may have kept others out by its id, and is no file's: the next update takes their files for changed
/// (their times are forgotten) and reads them again. Throws std::runtime_error of the ledger.
void ask_losers_again(Ledger& ledger);

}  // namespace vankien
