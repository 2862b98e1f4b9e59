#include "indexer/check/file_check.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "indexer/generations/generations.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

void forget_cached(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
  ::close(fd);
}

}  // namespace

Findings check_files(const fs::path& generation) {
  const std::string name = generation.filename().string();
  Manifest manifest;
  try {
    manifest = read_manifest(generation);
  } catch (const std::runtime_error& error) {
    return {{"bad_manifest", name + "/" + kManifestFile, error.what()}};
  }
  Findings findings;
  for (const auto& [path, described] : manifest.files) {
    const fs::path file = generation / path;
    if (!fs::is_regular_file(fs::symlink_status(file))) {
      findings.push_back({"missing_file", name + "/" + path, "is in the manifest and not there"});
      continue;
    }
    forget_cached(file);
    const auto found = checksum(file);
    if (found.bytes != described.bytes)
      findings.push_back({"checksum", name + "/" + path,
                          fmt::format("has {} bytes, its manifest says {}", found.bytes, described.bytes)});
    else if (found.blake2b != described.blake2b)
      findings.push_back({"checksum", name + "/" + path, "is not the content its manifest describes"});
  }
  for (const auto& entry : fs::recursive_directory_iterator(generation)) {
    const std::string path = fs::relative(entry.path(), generation).string();
    if (!entry.is_directory() && path != kManifestFile && !manifest.files.contains(path))
      findings.push_back({"unknown_file", name + "/" + path, "is not in the manifest"});
  }
  return findings;
}

}  // namespace vankien
