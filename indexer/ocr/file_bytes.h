#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "indexer/extract/extract.h"

namespace vankien {

/// All bytes of a file of at most `most`. Throws ExtractError: unreadable, too_large.
inline std::string file_bytes(const std::filesystem::path& file, std::size_t most) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) throw ExtractError("unreadable", "not a regular file");
  if (std::filesystem::file_size(file, error) > most)
    throw ExtractError("too_large", "file of more than " + std::to_string(most) + " bytes");
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in || bytes.size() > most) throw ExtractError("unreadable", "cannot be read");
  return bytes;
}

}  // namespace vankien
