#include "indexer/writer/growth.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <system_error>

namespace vankien {
namespace fs = std::filesystem;

bool has_grown(const fs::path& published, const Manifest& before, std::string_view grade, Growth growth) {
  constexpr std::uint64_t kLittle = 16u << 20;
  std::uint64_t first = 0;
  std::uint64_t now = 0;
  for (const auto& [path, file] : before.files) {
    if (!path.starts_with(std::string(grade) + "/")) continue;
    first += file.bytes - file.appended_bytes();
    std::error_code missing;  // Xapian's lock file, say, by a careless hand: it makes itself a new one
    const auto bytes = fs::file_size(published / path, missing);
    if (!missing) now += bytes;
  }
  return now > first + (growth == Growth::kByHalf ? std::max(first / 2, kLittle)
                                                  : std::max(2 * first, 8 * kLittle));
}

}  // namespace vankien
