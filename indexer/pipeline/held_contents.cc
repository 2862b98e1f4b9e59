#include "indexer/pipeline/held_contents.h"

#include <unordered_set>

namespace vankien {

bool holds_documents(const LedgerEntry& row) { return row.outcome == "read"; }

HeldContents find_contents(Survey& survey) {
  HeldContents contents;
  for (auto& seen : survey.files)
    if (!seen.key.empty()) contents.groups[seen.key].push_back(&seen);
  for (const auto& [path, row] : survey.rows) {
    if (!holds_documents(row)) {
      if (row.outcome == "copy" && survey.is_out_of_sight(path))
        contents.far_copies[survey.key_of(row)].push_back(path);
      if (row.outcome == "copy") ++contents.copies_before[survey.key_of(row)];
    } else if (survey.is_out_of_sight(path)) {
      contents.far_holders.emplace(survey.key_of(row), &row);
    }
  }
  std::unordered_set<const LedgerEntry*> kept;
  for (const auto& seen : survey.files)
    if (survey.has_its_content(seen)) kept.insert(seen.row);
  for (const auto& [path, row] : survey.rows)
    if (holds_documents(row) && !row.hash.empty() && !kept.contains(&row) && !survey.is_out_of_sight(path))
      contents.lost_holders.emplace(survey.key_of(row), &row);
  return contents;
}

}  // namespace vankien
