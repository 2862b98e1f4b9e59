#pragma once

#include <cstdint>
#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/manifest.h"

namespace vankien {

/// Generations that stay on disk unless told otherwise: the published one, the one that running requests may
/// still read, and one more to go back to.
inline constexpr std::size_t kKeptGenerations = 3;

/// A generation being built: gen-000124.tmp. Call order: (build below folder()) seal publish remove_old — or nothing, and
/// it is removed. Killed at any moment, CURRENT names a whole generation: the new folder is complete and on
/// disk before CURRENT is replaced by rename.
class NewGeneration {
 public:
  /// Removes what an earlier run left unfinished. The caller holds the HomeLock.
  explicit NewGeneration(const std::filesystem::path& home);
  ~NewGeneration();
  NewGeneration(const NewGeneration&) = delete;
  NewGeneration& operator=(const NewGeneration&) = delete;

  std::uint64_t number() const { return number_; }
  const std::filesystem::path& folder() const { return folder_; }

  /// Writes the manifest and has the disk begin to write every file. Sizes and checksums of files that it does not tell of yet are
  /// filled in here. From here on nothing below folder() may change. Files that the published generation has too (hard links) are
  /// what its manifest says of them, and only what is behind that is read. Throws std::runtime_error.
  void seal(Manifest manifest);
  /// All that was sealed is on the disk when it returns. Throws std::runtime_error.
  void wait_for_disk();
  /// Waits for the disk, renames, replaces CURRENT. Throws std::runtime_error.
  void publish();
  /// Then: removes old generations until `keep` are left; the new one and the one published before always stay. What cannot be
  /// removed today goes the next time.
  void remove_old(std::size_t keep = kKeptGenerations);

 private:
  std::filesystem::path home_;
  std::filesystem::path folder_;
  std::uint64_t number_ = 0;
  std::optional<std::uint64_t> before_;  ///< published before it was
  bool published_ = false;
  std::future<void> synced_;
};

/// The numbers of the generations on disk, lowest first; what is being built is none.
std::vector<std::uint64_t> list_generations(const std::filesystem::path& home);

/// Makes CURRENT name this generation, which is on disk: by rename, so that it names the one or the other at
/// every moment. Throws std::runtime_error.
void set_current(const std::filesystem::path& home, std::uint64_t generation);

/// A generation's files, with what is known of them.
struct KnownFiles {
  std::filesystem::path generation;
  Manifest manifest;
  /// What is known of the file at `path`, which stands at `place` in a generation: nothing if it is another file.
  const Manifest::File* find(const std::filesystem::path& path, const std::string& place) const;
};

}  // namespace vankien
