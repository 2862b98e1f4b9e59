#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>

#include "indexer/writer/last_ids.h"

namespace vankien {

/// Whether a part that an interrupted reindex left can be taken up as it is: its runs are byte for byte as they were written and hold as many documents as
/// `last` says, all of them of wanted source files (as the ledger names them). Unwanted are those that changed, and those
/// that were not read to their end, which are read again. A part is not mended: what it holds is read anew, at
/// most as much as one worker read in half a minute or into its memory.
bool is_wanted_part(const std::filesystem::path& part, const LastIds& last,
                    const std::unordered_set<std::string>& wanted_paths);

}  // namespace vankien
