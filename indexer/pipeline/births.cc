#include "indexer/pipeline/births.h"

namespace vankien {
namespace {

bool keeps_birth(const SurveyedFile& seen, const std::unordered_set<std::string>& left) {
  return seen.row != nullptr && seen.row->outcome != "copy" && !left.contains(seen.file.path);
}

}  // namespace

std::string birth_of(const LedgerEntry& row) { return row.born.empty() ? row.path : row.born; }

void give_births(const Survey& survey, const std::vector<SurveyedFile*>& reads,
                 const std::unordered_set<std::string>& left, std::unordered_set<std::string> taken) {
  for (SurveyedFile* seen : reads)
    if (seen->file.born.empty() && keeps_birth(*seen, left) && !seen->row->born.empty()) {
      seen->file.born = seen->row->born;
      taken.insert(seen->file.born);
    }
  for (const auto& [path, row] : survey.rows)
    if (!row.born.empty() && !left.contains(path) && (survey.is_out_of_sight(path) || survey.is_seen(path)))
      taken.insert(row.born);
  for (SurveyedFile* seen : reads) {
    SourceFile& file = seen->file;
    if (file.born.empty() && taken.contains(file.path)) {
      // No path has two strokes side by side.
      for (int n = 2; file.born.empty() || taken.contains(file.born); ++n)
        file.born = file.path + "//" + std::to_string(n);
      taken.insert(file.born);
    }
  }
}

}  // namespace vankien
