#pragma once

#include <filesystem>

#include "indexer/check/finding.h"
#include "indexer/generations/generations.h"

namespace vankien {

/// Every file of a generation against its manifest:
///   bad_manifest   cannot be read, or is of another format
///   missing_file   described and not there
///   checksum       there, and not the content described: Xapian itself would answer from it, wrongly
///   unknown_file   there and not described
/// The bytes are those of the disk, as far as the system lets go of what it remembers of them.
/// `known`: what it says of the very same files is not read again.
Findings check_files(const std::filesystem::path& generation, const KnownFiles& known = {});

}  // namespace vankien
