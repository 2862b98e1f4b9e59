#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/writer/last_ids.h"

namespace vankien {

/// Makes the databases of a worker that was interrupted hold what is still wanted of them: documents with
/// higher numbers than `last`, and all of these source files (in order of their names), are taken out, with the
/// words only they had. False if the part cannot be used: damaged, or holding less than `last` says, as after a
/// power cut.
bool take_up_part(const std::filesystem::path& part, const LastIds& last,
                  const std::vector<std::string>& unwanted_paths);

/// Calls `take` with the id of every document below `shards`, and the source file it came from.
/// Throws Xapian::Error.
void each_document(const std::filesystem::path& shards,
                   const std::function<void(std::string id, std::string path)>& take);

}  // namespace vankien
