#pragma once

#include <filesystem>
#include <string_view>

#include "analyzers/schema/manifest.h"

namespace vankien {

/// How much may stand behind the first ends of a database's tables until it is written anew. A changed document of 2 KB
/// appends 2 to 8 MB in an archive of 50,000 (as many blocks as it has words and pairs), and that takes 0.1 s; writing
/// these anew takes 4 s.
enum class Growth { kByHalf, kThreefold };

/// Whether more than that stands behind the first ends of the tables of a grade's database in the generation `published`,
/// whose manifest is `before`. A little (16 MB; 128 MB for kThreefold) is never too much.
///   has_grown(home / "gen-000007", manifest, "open", Growth::kByHalf)
bool has_grown(const std::filesystem::path& published, const Manifest& before, std::string_view grade,
               Growth growth);

}  // namespace vankien
