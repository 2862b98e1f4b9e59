#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

namespace vankien::test {

/// Gives the bytes of each file of the sample corpus and of what it is made from, and where it is; how many there are.
inline std::size_t each_corpus_file(
    const std::function<void(const std::string& bytes, const std::filesystem::path& path)>& give) {
  std::size_t files = 0;
  for (const char* folder : {"/corpus/sample", "/corpus/manuscripts"})
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(VANKIEN_SOURCE_DIR) + folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      give(std::string((std::istreambuf_iterator<char>(file)), {}), entry.path());
      ++files;
    }
  return files;
}

}  // namespace vankien::test
