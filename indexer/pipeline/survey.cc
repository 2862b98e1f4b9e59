#include "indexer/pipeline/survey.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "indexer/extract/extract.h"
#include "indexer/pipeline/id_loser.h"
#include "indexer/records/jsonl.h"

namespace vankien {
namespace {

std::string name_content(const std::string& hash, const std::filesystem::path& path) {
  return hash.empty() ? hash : hash + (is_jsonl(path) ? "jsonl" : format_of(path));
}

}  // namespace

bool same_times(const LedgerEntry& row, const SourceFile& file) {
  return row.size == file.size && row.mtime_ns == file.mtime_ns;
}

std::string Survey::key_of(const LedgerEntry& row) { return name_content(row.hash, row.path); }

Survey::Survey(const std::vector<Source>& sources, Ledger& ledger, bool is_anew)
    : anew(is_anew), rows(ledger.entries()), sources_(sources) {
  look();
  name_contents();
  find_left_behind();
  if (!anew && !is_all_settled()) losers_ = files_of_losers(ledger);
}

void Survey::look() {
  for (const auto& source : sources_)
    scan_source(
        source,
        [&](SourceFile file) {
          if (file.is_folder) hidden_.push_back(file.path + "/");
          const auto row = rows.find(file.path);
          seen_.insert(file.path);
          files.push_back({std::move(file), row == rows.end() ? nullptr : &row->second, {}});
        },
        [&](const std::filesystem::path& sidecar) { strays_.push_back(sidecar); });
}

void Survey::name_contents() {
  std::unordered_map<std::int64_t, unsigned> of_size;
  for (const auto& seen : files) {
    ++of_size[seen.file.size];
    if (seen.row != nullptr && seen.row->size != seen.file.size) ++of_size[seen.row->size];
  }
  for (const auto& [path, row] : rows)
    if (!is_seen(path)) ++of_size[row.size];
  for (auto& seen : files) {
    if (!seen.file.problem.empty()) continue;
    if (is_settled(seen)) {
      seen.file.hash = seen.row->hash;
    } else if ((seen.row != nullptr && !anew) || of_size[seen.file.size] > 1) {
      try {
        seen.file.hash = hash_content(seen.file);
      } catch (const std::runtime_error&) {
        // Reading it will fail and say why.
      }
    }
    seen.key = name_content(seen.file.hash, seen.file.file);
  }
}

void Survey::find_left_behind() {
  if (strays_.empty()) return;
  std::unordered_set<std::string> known;
  std::unordered_set<std::int64_t> sizes;
  for (const auto& [path, row] : rows)
    if (!row.hash.empty()) {
      known.insert(row.hash);
      sizes.insert(row.size);
    }
  for (auto& seen : files) {
    if (!seen.file.problem.empty() || !seen.file.sidecar.empty()) continue;
    const bool was_left = seen.row != nullptr && seen.row->outcome == "retry" && !seen.row->hash.empty();
    for (const auto& stray : strays_) {
      std::error_code error;
      const auto size = static_cast<std::int64_t>(std::filesystem::file_size(stray, error));
      if (error || (!was_left && !sizes.contains(seen.file.size + size))) continue;
      SourceFile both = seen.file;
      both.sidecar = stray;
      try {
        const std::string hash = hash_content(both);
        if (!known.contains(hash)) continue;
        // It has always been here without one.
        const bool read_before =
            seen.row != nullptr && (seen.row->outcome == "read" || seen.row->outcome == "copy");
        if (read_before && hash_content(seen.file) == seen.row->hash) continue;
        seen.file.hash = hash;
      } catch (const std::runtime_error&) {
        continue;  // reading it will fail and say why
      }
      seen.file.lacks_sidecar = true;
      seen.file.problem = "was indexed with a " + stray.filename().string() +
                          " that may hold its grade and was left behind in " + stray.parent_path().string() +
                          ": bring it here under the file's name, or remove it";
      seen.key.clear();
      break;
    }
  }
}

bool Survey::is_out_of_sight(const std::string& path) const {
  if (anew || is_seen(path)) return false;
  for (const auto& folder : hidden_)
    if (path.starts_with(folder)) return true;
  return std::none_of(sources_.begin(), sources_.end(), [&](const Source& source) {
    return path == source.name || path.starts_with(source.name + "/");
  });
}

bool Survey::is_settled(const SurveyedFile& seen) const {
  return !anew && seen.row != nullptr && seen.row->outcome != "retry" && same_times(*seen.row, seen.file);
}

bool Survey::is_all_settled() const {
  return std::all_of(files.begin(), files.end(),
                     [&](const SurveyedFile& seen) { return is_settled(seen); }) &&
         std::all_of(rows.begin(), rows.end(),
                     [&](const auto& row) { return is_seen(row.first) || is_out_of_sight(row.first); });
}

bool Survey::has_its_content(const SurveyedFile& seen) const {
  return seen.row != nullptr && !seen.key.empty() && seen.key == key_of(*seen.row);
}

bool Survey::is_known_failure(const SurveyedFile& seen) const {
  return !anew && seen.row != nullptr && seen.row->outcome == "failed" && !is_loser_to_ask(seen.file.path) &&
         (is_settled(seen) || has_its_content(seen));
}

}  // namespace vankien
