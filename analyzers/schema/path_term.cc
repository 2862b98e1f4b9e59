#include "analyzers/schema/path_term.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "analyzers/schema/schema.h"

namespace vankien {

std::string path_term(const std::string& path) {
  const std::string whole = std::string(prefix::kPath) + path;
  if (whole.size() <= kMostTermBytes) return whole;
  constexpr std::size_t kNumberLetters = 18;
  const std::string cut = make_term(prefix::kPath, path.substr(0, kMostTermBytes - kNumberLetters - 1));
  return fmt::format("{}//{:016x}", cut, XXH3_64bits(path.data(), path.size()));
}

}  // namespace vankien
