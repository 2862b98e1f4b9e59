#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace vankien {

/// What a source file was when it was indexed, as the generation's own copy of the ledger tells.
struct IndexedFile {
  std::int64_t size = 0;  ///< of the file and its .meta.json together
  std::int64_t times =
      0;             ///< times of change of both, added: another if anything happened (indexer/scan/scan.h)
  std::string hash;  ///< XXH3-128 of both, hex
  bool settled = false;  ///< read to its end while nobody changed it: its size and times can be relied on
  std::int64_t documents = 0;
};

/// What is known of the file at this path ("sample/tinh/05.docx"); nothing if the generation read no such file. The ledger
/// tells of all grades, so ask only for the path of a document the caller may open. Throws std::runtime_error.
std::optional<IndexedFile> find_indexed_file(const std::filesystem::path& generation,
                                             const std::string& path);

}  // namespace vankien
