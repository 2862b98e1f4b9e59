#include "analyzers/schema/synced_file.h"

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

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace

void write_synced(const std::filesystem::path& file, std::string_view head, std::string_view rest) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) fail(file, "cannot be written");
  const bool written = write_all(fd, head) && write_all(fd, rest) && ::fsync(fd) == 0;
  const int error = errno;
  if (::close(fd) == 0 && written) return;
  if (!written) errno = error;
  const int why = errno;
  ::unlink(file.c_str());
  errno = why;
  fail(file, "cannot be written");
}

void sync_folder(const std::filesystem::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) fail(folder, "cannot be opened for syncing");
  const int result = ::fsync(fd);
  ::close(fd);
  if (result != 0) fail(folder, "cannot be synced");
}

}  // namespace vankien
