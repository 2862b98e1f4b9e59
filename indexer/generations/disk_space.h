#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace vankien {

/// The disk has less room than a run needs. Whoever builds on it gives back what it took.
class DiskFull : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  /// The system said so while this file was written.
  explicit DiskFull(const std::filesystem::path& file)
      : std::runtime_error(file.string() + ": the disk is full: make room on it, then run this again") {}
};

/// Room that a run leaves free on the disk of the home, so that it ends with a sentence and not in the middle of
/// a write: a commit that fails there can spoil a Xapian database for good.
class DiskReserve {
 public:
  DiskReserve(std::filesystem::path home, std::uint64_t bytes) : home_(std::move(home)), bytes_(bytes) {}
  /// Throws DiskFull if `doing` (a few words: "merging") would, with so many bytes, go below the reserve.
  void require(const char* doing, std::uint64_t bytes = 0) const;

  /// Room that one of several writers counts on while it lives: each may find enough where all together do not. Xapian
  /// writes values in a destructor, so a disk that is full in the middle of a commit ends the program.
  class Claim {
   public:
    /// As require().
    Claim(const DiskReserve& reserve, const char* doing, std::uint64_t bytes);
    ~Claim() { *reserve_.claimed_ -= bytes_; }
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;

   private:
    const DiskReserve& reserve_;
    std::uint64_t bytes_;
  };

 private:
  std::filesystem::path home_;
  std::uint64_t bytes_;
  /// By all claims, also those of copies.
  std::shared_ptr<std::atomic<std::uint64_t>> claimed_ = std::make_shared<std::atomic<std::uint64_t>>(0);
};

/// The bytes of all files below a folder.
std::uint64_t bytes_below(const std::filesystem::path& folder);

}  // namespace vankien
