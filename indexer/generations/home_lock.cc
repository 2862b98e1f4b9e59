#include "indexer/generations/home_lock.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <thread>

namespace vankien {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const fs::path& path, const char* what) {
  throw std::runtime_error(fmt::format("{}: {}: {}", path.string(), what, std::strerror(errno)));
}

// "pid 4242 on van-thu-01 since 2026-11-22T01:00:00Z": the home may lie on a share.
std::string read_holder(const fs::path& lock) {
  std::string holder;
  std::ifstream file(lock);
  std::getline(file, holder);
  return holder.empty() ? "who has not said its name yet" : holder;
}

std::string host_name() {
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
  return host.data();
}

std::string describe_this_process() {
  return fmt::format("pid {} on {} since {:%Y-%m-%dT%H:%M:%SZ}", ::getpid(), host_name(),
                     fmt::gmtime(std::time(nullptr)));
}

bool try_lock(int fd) { return ::flock(fd, LOCK_EX | LOCK_NB) == 0; }

// Of another machine's processes nothing is known.
bool is_gone(const std::string& holder) {
  int pid = 0;
  if (std::sscanf(holder.c_str(), "pid %d on ", &pid) != 1 || pid <= 0) return false;
  if (!holder.starts_with(fmt::format("pid {} on {} since ", pid, host_name()))) return false;
  return ::kill(pid, 0) != 0 && errno == ESRCH;
}

// The children of a killed indexer die with it, but on a busy machine a moment later; one that was just being started
// has the lock in its hands until then.
bool lock_soon(int fd) {
  using namespace std::chrono_literals;
  const auto end = std::chrono::steady_clock::now() + 10s;
  while (!try_lock(fd)) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(10ms);
  }
  return true;
}

}  // namespace

HomeLock::HomeLock(const fs::path& home) {
  ::umask(0077);  // secrets: nobody but the owner reads what the indexer writes
  fs::create_directories(home);
  const fs::path path = home / "lock";
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd_ < 0) fail(path, "cannot be opened");
  if (!try_lock(fd_) && !(is_gone(read_holder(path)) && lock_soon(fd_))) {
    ::close(fd_);
    throw HomeLocked(
        fmt::format("{}: another indexer is at work here ({})", home.string(), read_holder(path)));
  }
  const std::string holder = describe_this_process() + "\n";
  if (::ftruncate(fd_, 0) != 0 || ::pwrite(fd_, holder.data(), holder.size(), 0) < 0)
    fail(path, "cannot be written");
}

HomeLock::~HomeLock() { ::close(fd_); }

std::optional<std::string> find_lock_holder(const fs::path& home) {
  const int fd = ::open((home / "lock").c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return std::nullopt;
  // A shared lock, let go at once, is refused only while a writer holds the whole one.
  const bool is_held = ::flock(fd, LOCK_SH | LOCK_NB) != 0;
  ::close(fd);
  if (!is_held) return std::nullopt;
  return read_holder(home / "lock");
}

}  // namespace vankien
