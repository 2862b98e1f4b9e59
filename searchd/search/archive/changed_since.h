#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"
#include "analyzers/schema/manifest.h"

namespace vankien {

/// Whether a file of two generations, by its path below them, is one and the same.
bool has_same_file(const Manifest& a, const Manifest& b, const std::string& path);
/// The same of all files of a grade's database.
bool has_same_files(const Manifest& a, const Manifest& b, Grade grade);

/// The numbers of the documents of one grade that changed from a generation to a later one of the same home, whose manifest is
/// given; the manifests of those in between tell. Nothing if they do not, or if it is quicker to read all.
std::optional<std::vector<Xapian::docid>> changed_since(const std::filesystem::path& before,
                                                        const std::filesystem::path& generation,
                                                        const Manifest& manifest, Grade grade);

}  // namespace vankien
