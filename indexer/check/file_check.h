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
/// `known`: of the very same files no byte is read, also of what was appended to them since: whoever did so has summed it
/// a moment ago, and reads it back through Xapian (change_check.h).
Findings check_files(const std::filesystem::path& generation, const KnownFiles& known = {});

}  // namespace vankien
