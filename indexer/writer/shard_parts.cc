#include "indexer/writer/shard_parts.h"

#include <stdexcept>

#include "indexer/writer/run/run_files.h"
#include "indexer/writer/run/run_reader.h"

namespace vankien {
namespace fs = std::filesystem;

bool is_wanted_part(const fs::path& part, const LastIds& last,
                    const std::unordered_set<std::string>& wanted_paths) {
  try {
    for (std::size_t i = 0; i < kGradeCount; ++i) {
      std::uint32_t documents = 0;
      for (const fs::path& file : find_part_runs(part, kGradeNames[i])) {
        const RunReader run(file);
        if (!run.is_as_written()) return false;
        documents += run.summary().counts.documents;
        for (EntryCursor cursor(run.section(Section::kEntries)); cursor.next();)
          if (!wanted_paths.contains(std::string(cursor.entry().path))) return false;
      }
      if (documents != last[i]) return false;
    }
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

}  // namespace vankien
