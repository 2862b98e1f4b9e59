#include "indexer/generations/disk_space.h"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <cstring>

namespace vankien {
namespace {

double megabytes(std::uint64_t bytes) { return static_cast<double>(bytes) / 1e6; }

}  // namespace

void DiskReserve::require(const char* doing, std::uint64_t bytes) const {
  struct statvfs status;
  if (::statvfs(home_.c_str(), &status) != 0)
    throw std::runtime_error(fmt::format("{}: {}", home_.string(), std::strerror(errno)));
  const std::uint64_t free = std::uint64_t{status.f_bavail} * status.f_frsize;
  if (free >= bytes_ + bytes) return;
  throw DiskFull(
      fmt::format("{}: the disk is full: {} needs {:.1f} MB and a reserve of {:.1f} MB (--reserve), {:.1f} "
                  "MB are free: make room on it, then run "
                  "this again",
                  home_.string(), doing, megabytes(bytes), megabytes(bytes_), megabytes(free)));
}

DiskReserve::Claim::Claim(const DiskReserve& reserve, const char* doing, std::uint64_t bytes)
    : reserve_(reserve), bytes_(bytes) {
  const std::uint64_t all = *reserve_.claimed_ += bytes_;
  try {
    reserve_.require(doing, all);
  } catch (...) {
    *reserve_.claimed_ -= bytes_;
    throw;
  }
}

std::uint64_t bytes_below(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

}  // namespace vankien
