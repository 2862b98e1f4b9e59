#include "indexer/check/file_check.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <vector>

namespace vankien {
namespace fs = std::filesystem;
namespace {

void forget_cached(const fs::path& path, std::uint64_t from, std::uint64_t bytes) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  ::posix_fadvise(fd, static_cast<off_t>(from), static_cast<off_t>(bytes), POSIX_FADV_DONTNEED);
  ::close(fd);
}

// The parts of a file, in their order.
std::vector<Manifest::Part> parts_of(const Manifest::File& file) {
  std::vector<Manifest::Part> parts = {{file.bytes - file.appended_bytes(), file.blake2b}};
  parts.insert(parts.end(), file.appended.begin(), file.appended.end());
  return parts;
}

// What is wrong with a file; empty if nothing. Parts that are `known` of this very file are passed over.
std::string check_content(const fs::path& file, const Manifest::File& described,
                          const Manifest::File* known) {
  const auto bytes = fs::file_size(file);
  if (bytes < described.bytes || (bytes > described.bytes && !may_grow(file)))
    return fmt::format("has {} bytes, its manifest says {}", bytes, described.bytes);
  const auto parts = parts_of(described);
  const auto known_parts = known == nullptr ? std::vector<Manifest::Part>{} : parts_of(*known);
  std::uint64_t from = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_known = i < known_parts.size() && parts[i] == known_parts[i];
    if (!is_known) {
      forget_cached(file, from, parts[i].bytes);
      if (checksum(file, from, parts[i].bytes).blake2b != parts[i].blake2b)
        return "is not the content its manifest describes";
    }
    from += parts[i].bytes;
  }
  return {};
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
    const auto wrong = check_content(file, described, known.find(file, path));
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
