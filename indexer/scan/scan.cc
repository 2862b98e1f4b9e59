#include "indexer/scan/scan.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <set>
#include <stdexcept>

namespace vankien {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kSidecarEnding = ".meta.json";
constexpr std::string_view kColumnsEnding = ".csv.map.json";
constexpr std::string_view kExpectationEnding = ".expect.json";

void add_times(const fs::path& path, SourceFile& file) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0) return;
  file.size += status.st_size;
  file.mtime_ns += std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

SourceFile describe(const fs::path& path, std::string name) {
  SourceFile file;
  file.file = path;
  file.path = std::move(name);
  const auto status = fs::symlink_status(path);
  if (fs::is_symlink(status)) {
    file.problem = "is a symbolic link";
    return file;
  }
  if (!fs::is_regular_file(status)) {
    file.problem = "is no regular file";
    return file;
  }
  add_times(path, file);
  const bool table = path.extension() == ".csv";
  const fs::path sidecar = path.string() + (table ? ".map.json" : std::string(kSidecarEnding));
  if (fs::exists(sidecar)) {
    file.sidecar = sidecar;
    add_times(sidecar, file);
  }
  return file;
}

void scan_folder(const fs::path& folder, const std::string& name,
                 const std::function<void(SourceFile)>& found) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    entries.push_back(entry->path());
  if (error) {
    SourceFile unlisted;
    unlisted.file = folder;
    unlisted.path = name;
    unlisted.problem = "cannot be listed: " + error.message();
    unlisted.is_folder = true;
    found(std::move(unlisted));
    return;
  }
  std::sort(entries.begin(), entries.end());
  for (const auto& path : entries) {
    const std::string leaf = path.filename().string();
    if (leaf.starts_with('.') || leaf.ends_with(kSidecarEnding) || leaf.ends_with(kColumnsEnding) ||
        leaf.ends_with(kExpectationEnding))
      continue;
    if (fs::is_directory(fs::symlink_status(path)))
      scan_folder(path, name + "/" + leaf, found);
    else
      found(describe(path, name + "/" + leaf));
  }
}

}  // namespace

std::vector<Source> open_sources(const std::vector<fs::path>& paths) {
  std::vector<Source> sources;
  std::set<std::string> names;
  for (const auto& path : paths) {
    if (!fs::exists(path)) throw std::runtime_error(path.string() + ": no such file or folder");
    const fs::path whole = fs::canonical(path);
    Source source{whole, whole.filename().string()};
    if (source.name.empty()) throw std::runtime_error(path.string() + ": the root folder cannot be a source");
    if (!names.insert(source.name).second)
      throw std::runtime_error(
          fmt::format("{}: another source is named \"{}\" too; their documents could not be told apart",
                      path.string(), source.name));
    sources.push_back(std::move(source));
  }
  return sources;
}

void scan_source(const Source& source, const std::function<void(SourceFile)>& found) {
  if (fs::is_directory(source.path))
    scan_folder(source.path, source.name, found);
  else
    found(describe(source.path, source.name));
}

std::string hash_content(const SourceFile& file) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  std::vector<char> buffer(1 << 18);
  for (const auto& path : {file.file, file.sidecar}) {
    if (path.empty()) continue;
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error(path.string() + ": cannot be read");
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0)
      XXH3_128bits_update(state.get(), buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace vankien
