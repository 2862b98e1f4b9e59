#include "searchd/originals/originals.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <vector>

#include "analyzers/schema/path_term.h"
#include "searchd/originals/indexed_file.h"

namespace vankien {
namespace {

constexpr std::string_view kSidecarEnding = ".meta.json";
// Letters, archives and tables are not among them: other documents lie in them too.
constexpr auto kOfOneDocument =
    std::to_array<std::string_view>({"bmp", "doc", "docx", "html", "jpg", "odp", "ods", "odt", "pdf", "png",
                                     "ppt", "pptx", "rtf", "tif", "txt", "xls", "xlsx"});

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

// Times of change and of writing added without sign, as indexer/scan/scan.cc does.
std::int64_t times_of(const struct stat& status) {
  std::uint64_t sum = 0;
  for (const timespec& time : {status.st_mtim, status.st_ctim})
    sum += static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(time.tv_nsec);
  return static_cast<std::int64_t>(sum);
}

// A pipe would wait for ever, hence O_NONBLOCK; a descriptor of anything but a regular file is closed again. -1 and errno.
int open_below(int folder, const std::string& path) {
  open_how how{};
  how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  const auto fd = static_cast<int>(::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how));
  struct stat status;
  if (fd < 0 || (::fstat(fd, &status) == 0 && S_ISREG(status.st_mode))) return fd;
  ::close(fd);
  errno = EINVAL;
  return -1;
}

bool add_bytes(int fd, XXH3_state_t* state) {
  std::vector<char> buffer(1 << 18);
  off_t offset = 0;
  ssize_t got = 0;
  while ((got = ::pread(fd, buffer.data(), buffer.size(), offset)) > 0) {
    XXH3_128bits_update(state, buffer.data(), static_cast<std::size_t>(got));
    offset += got;
  }
  return got == 0;
}

/// The hash of file and sidecar as indexer/scan/scan.cc makes it; empty if they cannot be read.
std::string hash_of(int file, int sidecar) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  if (!add_bytes(file, state.get())) return {};
  if (sidecar >= 0) {
    XXH3_128bits_update(state.get(), kSidecarEnding.data(), kSidecarEnding.size());
    if (!add_bytes(sidecar, state.get())) return {};
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

bool is_as_indexed(const IndexedFile& indexed, int file, int sidecar) {
  struct stat status {
  }, beside{};
  if (::fstat(file, &status) != 0 || (sidecar >= 0 && ::fstat(sidecar, &beside) != 0)) return false;
  const std::int64_t size = status.st_size + (sidecar >= 0 ? beside.st_size : 0);
  if (size != indexed.size) return false;
  const auto times = static_cast<std::uint64_t>(times_of(status)) +
                     (sidecar >= 0 ? static_cast<std::uint64_t>(times_of(beside)) : 0);
  if (indexed.settled && static_cast<std::int64_t>(times) == indexed.times) return true;
  return !indexed.hash.empty() && hash_of(file, sidecar) == indexed.hash;
}

/// A source's folder, and the path below it; a source may be one file.
struct Place {
  std::filesystem::path folder;
  std::string below;
};

std::optional<Place> place_of(const std::string& path, const std::map<std::string, std::string>& sources,
                              const std::map<std::string, std::filesystem::path>& folders) {
  const std::size_t slash = path.find('/');
  const std::string name = path.substr(0, slash);
  const auto known = sources.find(name);
  if (known == sources.end()) return std::nullopt;
  const auto elsewhere = folders.find(name);
  const std::filesystem::path root =
      elsewhere == folders.end() ? std::filesystem::path(known->second) : elsewhere->second;
  if (root.empty()) return std::nullopt;
  if (slash == std::string::npos) return Place{root.parent_path(), root.filename().string()};
  return Place{root, path.substr(slash + 1)};
}

}  // namespace

OriginalFile::OriginalFile(int fd) : fd_(fd) {
  struct stat status {};
  if (::fstat(fd_, &status) != 0) return;
  size_ = static_cast<std::uint64_t>(status.st_size);
  times_ = times_of(status);
}

OriginalFile::~OriginalFile() { ::close(fd_); }

std::string OriginalFile::etag() const {
  return fmt::format("\"{:x}-{:x}\"", size_, static_cast<std::uint64_t>(times_));
}

std::string OriginalFile::read(std::uint64_t offset, std::size_t most) const {
  std::string bytes(
      static_cast<std::size_t>(std::min<std::uint64_t>(most, offset < size_ ? size_ - offset : 0)), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got =
        ::pread(fd_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) throw std::runtime_error("an original file cannot be read to its end");
    done += static_cast<std::size_t>(got);
  }
  // After the reading: what was written before it is seen here, what comes later was not read.
  struct stat status {};
  if (::fstat(fd_, &status) != 0 || static_cast<std::uint64_t>(status.st_size) != size_ ||
      times_of(status) != times_)
    throw std::runtime_error("an original file was changed while it was sent");
  return bytes;
}

std::variant<std::shared_ptr<const OriginalFile>, NoOriginal> Originals::open(
    const std::filesystem::path& generation, const std::map<std::string, std::string>& sources,
    const OriginalOf& document) const {
  if (document.is_part || !is_of_one_document(document.format) ||
      path_term(document.path) != document.path_term)
    return NoOriginal::kNone;
  const auto place = place_of(document.path, sources, folders_);
  if (!place) return NoOriginal::kNone;
  const auto indexed = find_indexed_file(generation, document.path);
  if (!indexed || indexed->documents != 1) return NoOriginal::kNone;
  const Descriptor folder(::open(place->folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() < 0) return NoOriginal::kNone;
  Descriptor file(open_below(folder.get(), place->below));
  if (file.get() < 0) return errno == ENOENT || errno == EACCES ? NoOriginal::kNone : NoOriginal::kChanged;
  const Descriptor sidecar(open_below(folder.get(), place->below + std::string(kSidecarEnding)));
  if (sidecar.get() < 0 && errno != ENOENT && errno != ENAMETOOLONG) return NoOriginal::kChanged;
  // Held before it is looked at: whatever is written from now on, reading notices.
  auto opened = std::make_shared<const OriginalFile>(file.release());
  if (!is_as_indexed(*indexed, opened->fd(), sidecar.get())) return NoOriginal::kChanged;
  return opened;
}

bool is_of_one_document(std::string_view format) {
  return std::find(kOfOneDocument.begin(), kOfOneDocument.end(), format) != kOfOneDocument.end();
}

}  // namespace vankien
