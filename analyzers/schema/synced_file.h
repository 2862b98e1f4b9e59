#pragma once

#include <filesystem>
#include <string_view>

namespace vankien {

/// Writes a file that only its owner can read, and returns when its bytes are on disk. Its name is only there for
/// good after sync_folder. Throws std::runtime_error naming the file; nothing is left then.
void write_synced(const std::filesystem::path& file, std::string_view head, std::string_view rest = {});

/// What was made, renamed or removed in a folder survives a power cut after this. Throws std::runtime_error.
void sync_folder(const std::filesystem::path& folder);

}  // namespace vankien
