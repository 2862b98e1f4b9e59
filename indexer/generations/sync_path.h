#pragma once

#include <filesystem>
#include <vector>

namespace vankien {

/// Brings a file, or the names in a folder, to the disk. Throws std::runtime_error naming it.
void sync_path(const std::filesystem::path& path);

/// The same of several: the disk has all of them to write while the first is waited for.
void sync_paths(const std::vector<std::filesystem::path>& paths);

}  // namespace vankien
