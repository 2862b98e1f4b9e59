#pragma once

#include <filesystem>

namespace vankien {

/// Brings a file, or the names in a folder, to the disk. Throws std::runtime_error naming it.
void sync_path(const std::filesystem::path& path);

}  // namespace vankien
