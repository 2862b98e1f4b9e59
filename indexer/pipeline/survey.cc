#include "indexer/pipeline/survey.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "indexer/extract/extract.h"
#include "indexer/pipeline/jsonl.h"

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
}

void Survey::look() {
  for (const auto& source : sources_)
    scan_source(source, [&](SourceFile file) {
      if (file.is_folder) hidden_.push_back(file.path + "/");
      const auto row = rows.find(file.path);
      seen_.insert(file.path);
      files.push_back({std::move(file), row == rows.end() ? nullptr : &row->second, {}});
    });
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

bool Survey::has_its_content(const SurveyedFile& seen) const {
  return seen.row != nullptr && !seen.key.empty() && seen.key == key_of(*seen.row);
}

bool Survey::is_known_failure(const SurveyedFile& seen) const {
  return !anew && seen.row != nullptr && seen.row->outcome == "failed" &&
         (is_settled(seen) || has_its_content(seen));
}

}  // namespace vankien
