#include "indexer/scan/scan.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <set>
#include <stdexcept>

#include "analyzers/schema/spool.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kSidecarEnding = ".meta.json";
constexpr std::string_view kColumnsEnding = ".csv.map.json";
constexpr std::string_view kExpectationEnding = ".expect.json";

// Times of change too, which nobody can set: a file that is renamed over another of the same length, both unpacked in the
// same second, is told by nothing else. Added up without sign, since four of them pass what has one.
void add_times(const struct stat& status, SourceFile& file) {
  file.size += status.st_size;
  auto times = static_cast<std::uint64_t>(file.mtime_ns);
  for (const timespec& time : {status.st_mtim, status.st_ctim})
    times +=
        static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(time.tv_nsec);
  file.mtime_ns = static_cast<std::int64_t>(times);
}

SourceFile describe(const fs::path& path, std::string name) {
  SourceFile file;
  file.file = path;
  file.path = std::move(name);
  struct stat status;
  if (::lstat(path.c_str(), &status) != 0) {
    file.problem = std::strerror(errno);  // gone since its folder was listed
    return file;
  }
  if (!S_ISREG(status.st_mode)) {
    file.problem = S_ISLNK(status.st_mode) ? "is a symbolic link" : "is no regular file";
    return file;
  }
  add_times(status, file);
  const bool table = path.extension() == ".csv";
  const std::string ending = table ? ".map.json" : std::string(kSidecarEnding);
  const fs::path sidecar = path.string() + ending;
  // It may hold the grade, so the document cannot do without it.
  if (::lstat(sidecar.c_str(), &status) == 0) {
    file.sidecar = sidecar;
    add_times(status, file);
    if (!S_ISREG(status.st_mode)) file.problem = "its " + ending + " is no regular file";
  } else if (errno != ENOENT && errno != ENAMETOOLONG) {
    file.problem = fmt::format("its {} cannot be seen: {}", ending, std::strerror(errno));
  }
  return file;
}

void hash_file(const fs::path& path, XXH3_state_t* state) {
  const int fd = open_regular(path);
  if (fd < 0)
    throw std::runtime_error(fmt::format("{}: cannot be read: {}", path.string(), std::strerror(errno)));
  std::vector<char> buffer(1 << 18);
  ssize_t got = 0;
  while ((got = ::read(fd, buffer.data(), buffer.size())) > 0)
    XXH3_128bits_update(state, buffer.data(), static_cast<std::size_t>(got));
  const int error = errno;
  ::close(fd);
  if (got < 0)
    throw std::runtime_error(fmt::format("{}: cannot be read: {}", path.string(), std::strerror(error)));
}

using FoundStray = std::function<void(const fs::path& sidecar)>;

void scan_folder(const fs::path& folder, const std::string& name,
                 const std::function<void(SourceFile)>& found, const FoundStray& found_stray) {
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
    if (found_stray && leaf.ends_with(kSidecarEnding)) {
      const fs::path owner = folder / leaf.substr(0, leaf.size() - kSidecarEnding.size());
      if (!std::binary_search(entries.begin(), entries.end(), owner)) found_stray(path);
    }
    if (leaf.starts_with('.') || leaf.ends_with(kSidecarEnding) || leaf.ends_with(kColumnsEnding) ||
        leaf.ends_with(kExpectationEnding))
      continue;
    if (fs::is_directory(fs::symlink_status(path)))
      scan_folder(path, name + "/" + leaf, found, found_stray);
    else
      found(describe(path, name + "/" + leaf));
  }
}

std::string hex_digest(const XXH3_state_t* state) {
  const XXH128_hash_t hash = XXH3_128bits_digest(state);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

namespace {

// Of canonical paths.
bool lies_in(const fs::path& inner, const fs::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
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
    if (source.name == kHandedOverSource)
      throw std::runtime_error(fmt::format("{}: the name \"{}\" is kept for what is handed over by the API",
                                           path.string(), source.name));
    if (!names.insert(source.name).second)
      throw std::runtime_error(
          fmt::format("{}: another source is named \"{}\" too; their documents could not be told apart",
                      path.string(), source.name));
    for (const Source& other : sources) {
      const bool is_inner = lies_in(source.path, other.path);
      if (is_inner || lies_in(other.path, source.path))
        throw std::runtime_error(fmt::format("{} lies in {}: give the outer source alone",
                                             (is_inner ? source : other).path.string(),
                                             (is_inner ? other : source).path.string()));
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

void scan_source(const Source& source, const std::function<void(SourceFile)>& found,
                 const FoundStray& found_stray) {
  if (fs::is_directory(source.path))
    scan_folder(source.path, source.name, found, found_stray);
  else
    found(describe(source.path, source.name));
}

bool is_as_scanned(const SourceFile& file) {
  const SourceFile now = describe(file.file, file.path);
  return now.problem == file.problem && now.size == file.size && now.mtime_ns == file.mtime_ns &&
         now.sidecar == file.sidecar;
}

int open_regular(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  struct stat status;
  if (fd < 0 || (::fstat(fd, &status) == 0 && S_ISREG(status.st_mode))) return fd;
  ::close(fd);
  errno = EINVAL;
  return -1;
}

std::string hash_content(const SourceFile& file) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  hash_file(file.file, state.get());
  if (!file.sidecar.empty()) {
    // A mark between the two: a text's end must not pass for the beginning of another's sidecar.
    XXH3_128bits_update(state.get(), kSidecarEnding.data(), kSidecarEnding.size());
    hash_file(file.sidecar, state.get());
  }
  return hex_digest(state.get());
}

std::string hash_bytes(const fs::path& file) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  hash_file(file, state.get());
  return hex_digest(state.get());
}

}  // namespace vankien
