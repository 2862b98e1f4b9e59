#include "indexer/check/source_check.h"

#include <algorithm>
#include <unordered_set>

#include "analyzers/schema/manifest.h"
#include "indexer/scan/scan.h"

namespace vankien {
namespace {

void check_file(const SourceFile& file, Ledger& ledger, Findings& findings) {
  const auto known = ledger.find(file.path);
  if (!known) {
    if (!file.is_folder) findings.push_back({"new_source", file.path, "is not in the ledger"});
    return;
  }
  if (!file.problem.empty() || (known->size == file.size && known->mtime_ns == file.mtime_ns)) return;
  try {
    if (hash_content(file) == known->hash) return;  // touched
    findings.push_back({"changed_source", file.path, "has changed since it was read"});
  } catch (const std::runtime_error& error) {
    findings.push_back({"changed_source", file.path, error.what()});
  }
}

}  // namespace

Findings check_sources(const std::filesystem::path& generation, Ledger& ledger) {
  Findings findings;
  const auto entries = ledger.entries();
  for (const auto& [name, path] : read_manifest(generation).sources) {
    const Source source{path, name};
    if (!std::filesystem::exists(path)) {
      findings.push_back({"missing_source", path, "the whole source is not there"});
      continue;
    }
    std::unordered_set<std::string> seen;
    std::vector<std::string> hidden;  // folders that cannot be listed: what is below has not vanished
    scan_source(source, [&](const SourceFile& file) {
      seen.insert(file.path);
      if (file.is_folder) hidden.push_back(file.path + "/");
      check_file(file, ledger, findings);
    });
    for (const auto& [known, entry] : entries) {
      if (known != name && !known.starts_with(name + "/")) continue;
      const std::string& there = known;  // clang 14 captures no structured binding
      const auto below = [&](const std::string& folder) { return there.starts_with(folder); };
      if (!seen.contains(known) && std::none_of(hidden.begin(), hidden.end(), below))
        findings.push_back({"missing_source", known, "is in the ledger and not there any more"});
    }
  }
  return findings;
}

}  // namespace vankien
