#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vankien {

/// The tables of a Xapian database, in the order its version file (iamglass) tells of them.
inline constexpr std::array<std::string_view, 6> kTables = {
    "postlist.glass", "docdata.glass", "termlist.glass", "position.glass", "spelling.glass", "synonym.glass"};

/// What a version file says, as far as it matters here.
struct VersionFile {
  std::uint64_t revision = 0;
  std::array<std::uint64_t, kTables.size()> block_bytes{};
};

/// Nothing if the bytes are not such a file of the one format that Xapian 1.4 writes (2016-03-14).
std::optional<VersionFile> read_version_file(std::string_view bytes);

/// The same file, saying of each table that none of its blocks is free, and that the next new one is number
/// `blocks`: as compaction leaves it. Whoever writes to that database appends to its tables and changes no block
/// that is there. A table without blocks stays as it is. Nothing if the bytes are of no known shape.
std::optional<std::string> without_free_blocks(std::string_view bytes,
                                               const std::array<std::uint64_t, kTables.size()>& blocks);

}  // namespace vankien
