#include "indexer/pipeline/id_loser.h"

#include <fmt/format.h>

#include "analyzers/schema/spool.h"
#include "indexer/extract/extract.h"

namespace vankien {
namespace {

constexpr std::int64_t kTimesForgotten = -1;  // no file's: two times of change, added

std::string where(const IdClaim& claim) {
  return claim.place.empty() ? claim.path : claim.path + " " + claim.place;
}

// What the work list says of the one that is not published.
LedgerWarning warn_of_grades(const IdClaim& loser, const IdClaim& winner) {
  return {
      loser.path, loser.place, kGradeUnsure,
      fmt::format("id \"{}\" is that of {} too, with another grade: the one of the higher grade is published",
                  loser.id, where(winner))};
}

}  // namespace

void note_loser(const IdClaim& loser, const IdClaim& winner, LoserOf of, Ledger& ledger, RunCounts& counts) {
  const bool is_handed_over = is_handed_over_path(loser.path);
  const Failure failure{loser.path, loser.place, kDuplicateId,
                        describe_owner(loser.id, is_handed_over ? winner.path : where(winner))};
  const bool is_file_empty = ledger.note_lost_document(failure);
  if (!is_handed_over && loser.grade != winner.grade) ledger.note_warning(warn_of_grades(loser, winner));
  if (of == LoserOf::kPublished) {
    ++counts.removed;
  } else {
    if (is_file_empty) --counts.files_read;
    --(counts.documents > 0 ? counts.documents : counts.taken_up);
  }
  counts.note(failure);
}

std::unordered_set<std::string> files_of_losers(Ledger& ledger) {
  std::unordered_set<std::string> paths;
  for (const Failure& failure : ledger.failures())
    if (failure.code == kDuplicateId && !is_handed_over_path(failure.path)) paths.insert(failure.path);
  return paths;
}

void ask_losers_again(Ledger& ledger) {
  for (const std::string& path : files_of_losers(ledger)) {
    auto row = ledger.find(path);
    if (!row) continue;
    row->mtime_ns = kTimesForgotten;
    ledger.note(*row);
    ledger.note_same_troubles(path, path);
  }
}

}  // namespace vankien
