#include "indexer/check/file_check.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <string>

#include "indexer/generations/checksum.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

void forget_cached(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
  ::close(fd);
}

// What is wrong with a file; empty if nothing.
std::string check_size(const fs::path& file, const Manifest::File& described) {
  const auto bytes = fs::file_size(file);
  if (bytes < described.bytes || (bytes > described.bytes && !may_grow(file)))
    return fmt::format("has {} bytes, its manifest says {}", bytes, described.bytes);
  return {};
}

bool is_content(const fs::path& file, const Manifest::File& described) {
  forget_cached(file);
  std::uint64_t from = described.bytes - described.appended_bytes();
  if (checksum(file, 0, from).blake2b != described.blake2b) return false;
  for (const auto& part : described.appended) {
    if (checksum_appended(file, from, part.bytes) != part) return false;
    from += part.bytes;
  }
  return true;
}

}  // namespace

Findings check_files(const fs::path& generation, const KnownFiles& known) {
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
    std::string wrong = check_size(file, described);
    if (wrong.empty() && known.find(file, path) == nullptr && !is_content(file, described))
      wrong = "is not the content its manifest describes";
    if (!wrong.empty()) findings.push_back({"checksum", name + "/" + path, wrong});
  }
  for (const auto& entry : fs::recursive_directory_iterator(generation)) {
    const std::string path = entry.path().lexically_relative(generation).string();
    if (!entry.is_directory() && path != kManifestFile && !manifest.files.contains(path))
      findings.push_back({"unknown_file", name + "/" + path, "is not in the manifest"});
  }
  return findings;
}

}  // namespace vankien
