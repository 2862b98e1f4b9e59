#include "indexer/generations/sync_path.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace vankien {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
  throw std::runtime_error(fmt::format("{}: {}: {}", path.string(), what, std::strerror(errno)));
}

}  // namespace

void sync_path(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) fail(path, "cannot be opened for syncing");
  const int result = ::fsync(fd);
  ::close(fd);
  if (result != 0) fail(path, "cannot be synced");
}

void sync_paths(const std::vector<std::filesystem::path>& paths) {
  for (const auto& path : paths) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) fail(path, "cannot be opened for syncing");
    ::sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE);  // what it cannot do fsync says
    ::close(fd);
  }
  for (const auto& path : paths) sync_path(path);
}

}  // namespace vankien
