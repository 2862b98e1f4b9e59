#include "searchd/search/archive/changed_since.h"

#include <algorithm>
#include <stdexcept>

namespace vankien {
namespace {

// Each is inserted into lists of the length of the archive.
constexpr std::size_t kMostChanges = 250;

bool is_same(const Manifest::File& a, const Manifest::File& b) {
  return a.bytes == b.bytes && a.blake2b == b.blake2b && a.appended == b.appended;
}

}  // namespace

bool has_same_file(const Manifest& a, const Manifest& b, const std::string& path) {
  const auto one = a.files.find(path), other = b.files.find(path);
  if (one == a.files.end() || other == b.files.end()) return one == a.files.end() && other == b.files.end();
  return is_same(one->second, other->second);
}

bool has_same_files(const Manifest& a, const Manifest& b, Grade grade) {
  const std::string folder = std::string(grade_name(grade)) + "/";
  const auto range = [&](const Manifest& manifest) {
    const auto first = manifest.files.lower_bound(folder);
    return std::pair(first, std::find_if(first, manifest.files.end(),
                                         [&](const auto& file) { return !file.first.starts_with(folder); }));
  };
  const auto [first, last] = range(a);
  const auto [other_first, other_last] = range(b);
  return std::equal(first, last, other_first, other_last, [](const auto& one, const auto& other) {
    return one.first == other.first && is_same(one.second, other.second);
  });
}

std::optional<std::vector<Xapian::docid>> changed_since(const std::filesystem::path& before,
                                                        const std::filesystem::path& generation,
                                                        const Manifest& manifest, Grade grade) {
  const auto known = parse_generation_name(before.filename().string());
  if (!known) return std::nullopt;
  std::vector<Xapian::docid> changed;
  Manifest between = manifest;
  for (auto number = parse_generation_name(generation.filename().string());;) {
    const GradeManifest& own = between.grades[static_cast<std::size_t>(grade)];
    changed.insert(changed.end(), own.changed.begin(), own.changed.end());
    if (own.since < *known || changed.size() > kMostChanges) return std::nullopt;
    if (own.since == *known) return changed;
    if (!number || own.since >= *number)
      return std::nullopt;  // a damaged manifest would lead round in a circle
    number = own.since;
    try {
      between = read_manifest(generation.parent_path() / generation_name(own.since));
    } catch (const std::runtime_error&) {  // no longer kept
      return std::nullopt;
    }
  }
}

}  // namespace vankien
