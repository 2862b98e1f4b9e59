#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

namespace vankien {

/// Another indexer is at work on the same home folder.
class HomeLocked : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Holds the home folder for one writer, by an advisory lock the system drops when the process dies, however
/// it dies. Xapian has a lock of its own a database (flintlock), which a careless hand can delete: this one is
/// what keeps two writers apart.
class HomeLock {
 public:
  /// Makes the folder if needed (mode 0700). Waits for what a killed indexer started and what still ends; throws
  /// HomeLocked naming the holder if that lives: pid, machine, since when.
  explicit HomeLock(const std::filesystem::path& home);
  ~HomeLock();
  HomeLock(const HomeLock&) = delete;
  HomeLock& operator=(const HomeLock&) = delete;

 private:
  int fd_ = -1;
};

/// Who is at work on a home folder, as it wrote it: pid, machine, since when; nothing if nobody is. Takes no lock.
std::optional<std::string> find_lock_holder(const std::filesystem::path& home);

}  // namespace vankien
