#include "indexer/writer/run/run_files.h"

#include <fmt/format.h>

#include <algorithm>

namespace vankien {
namespace fs = std::filesystem;

std::string run_name(unsigned number, std::string_view grade) {
  return fmt::format("{}-{}.run", number, grade);
}

std::vector<fs::path> find_part_runs(const fs::path& part, std::string_view grade) {
  const std::string end = fmt::format("-{}.run", grade);
  std::vector<fs::path> runs;
  for (const auto& entry : fs::directory_iterator(part)) {
    const std::string name = entry.path().filename().string();
    // "0-toi-mat.run" is not of the grade "mat".
    if (name.ends_with(end) && name.find('-') == name.size() - end.size()) runs.push_back(entry.path());
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

std::vector<fs::path> find_runs(const fs::path& shards, std::string_view grade) {
  std::vector<fs::path> runs;
  if (!fs::is_directory(shards)) return runs;
  for (const auto& part : fs::directory_iterator(shards))
    for (auto& run : find_part_runs(part.path(), grade)) runs.push_back(std::move(run));
  std::sort(runs.begin(), runs.end());
  return runs;
}

}  // namespace vankien
