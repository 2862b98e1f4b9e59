#pragma once

#include <filesystem>

#include "indexer/check/finding.h"
#include "indexer/writer/update_writer.h"

namespace vankien {

/// Reads back what an update appended to the databases it shares with the published generation: each document it wrote by
/// its terms, with counts, which are made again from its data, and its values; each it removed must be gone. Of a document of many
/// terms 200 are asked for, spread over all: each walks down the tree, and all 1,500 of 10 KB took half as long as Xapian's
/// commit. `check` asks for all. The other blocks are, byte for byte, those of the published generation, which were
/// checked when they were written. Finding: changed_document. Throws Xapian::Error.
Findings check_changes(const std::filesystem::path& generation, const Changes& changes);

}  // namespace vankien
