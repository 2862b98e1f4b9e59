#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "analyzers/schema/manifest.h"

namespace vankien {

/// Another indexer is at work on the same home folder.
class HomeLocked : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Holds the home folder for one writer, by an advisory lock the system drops when the process dies, however
/// it dies.
class HomeLock {
 public:
  /// Makes the folder if needed (mode 0700). Throws HomeLocked naming the holder's pid.
  explicit HomeLock(const std::filesystem::path& home);
  ~HomeLock();
  HomeLock(const HomeLock&) = delete;
  HomeLock& operator=(const HomeLock&) = delete;

 private:
  int fd_ = -1;
};

/// The pid of the indexer that is at work on a home folder, as it wrote it; nothing if none is. Takes no lock.
std::optional<std::string> find_lock_holder(const std::filesystem::path& home);

/// A generation being built: gen-000124.tmp. Call order: (build below folder()) publish — or nothing, and it
/// is removed. Killed at any moment, CURRENT names a whole generation: the new folder is complete and on disk
/// before CURRENT is replaced by rename.
class NewGeneration {
 public:
  /// Removes what an earlier run left unfinished. The caller holds the HomeLock.
  explicit NewGeneration(const std::filesystem::path& home);
  ~NewGeneration();
  NewGeneration(const NewGeneration&) = delete;
  NewGeneration& operator=(const NewGeneration&) = delete;

  std::uint64_t number() const { return number_; }
  const std::filesystem::path& folder() const { return folder_; }

  /// Writes the manifest (sizes and checksums of all files are filled in here), syncs, renames, replaces
  /// CURRENT, and removes generations older than the one before. Throws std::runtime_error.
  void publish(Manifest manifest);

 private:
  std::filesystem::path home_;
  std::filesystem::path folder_;
  std::uint64_t number_ = 0;
  bool published_ = false;
};

/// Copies the databases of a published generation into a folder, for an update.
void copy_databases(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace vankien
