#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>

namespace vankien {

/// The disk has less room than a run needs. Whoever builds on it gives back what it took.
class DiskFull : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Room that a run leaves free on the disk of the home, so that it ends with a sentence and not in the middle of
/// a write: a commit that fails there can spoil a Xapian database for good.
class DiskReserve {
 public:
  DiskReserve(std::filesystem::path home, std::uint64_t bytes) : home_(std::move(home)), bytes_(bytes) {}
  /// Throws DiskFull if `doing` (a few words: "merging") would, with so many bytes, go below the reserve.
  void require(const char* doing, std::uint64_t bytes = 0) const;

 private:
  std::filesystem::path home_;
  std::uint64_t bytes_;
};

/// The bytes of all files below a folder.
std::uint64_t bytes_below(const std::filesystem::path& folder);

}  // namespace vankien
