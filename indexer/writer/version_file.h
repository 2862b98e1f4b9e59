#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vankien {

inline constexpr const char* kVersionFile = "iamglass";
/// The tables of a Xapian database, in the order its version file tells of them.
inline constexpr std::array<std::string_view, 6> kTables = {
    "postlist.glass", "docdata.glass", "termlist.glass", "position.glass", "spelling.glass", "synonym.glass"};

/// What a version file says, as far as it matters here.
struct VersionFile {
  std::uint64_t revision = 0;
  std::array<std::uint64_t, kTables.size()> block_bytes{};
};

/// Nothing if the bytes are not such a file of the one format that Xapian 1.4 writes (2016-03-14).
std::optional<VersionFile> read_version_file(std::string_view bytes);

/// What the version file tells of a table: the root of its tree.
struct TableRoot {
  std::uint32_t root = 0;     ///< number of its block
  unsigned level = 0;         ///< above the leaves
  std::uint64_t entries = 0;  ///< 0: there is no such file
  std::uint32_t blocks = 0;   ///< of kBlockBytes
};
inline constexpr std::size_t kBlockBytes = 8192;

/// The table of term lists, which an index has only while documents are taken out of it (term_lists.h).
inline constexpr std::size_t kTermLists = 2;

/// Counts of a whole database. Lengths are sums of the counts of a document's terms.
struct DatabaseCounts {
  std::uint32_t documents = 0;
  std::uint32_t last_id = 0;
  std::uint64_t total_length = 0;
  std::uint32_t least_length = 0;  ///< of documents that have any
  std::uint32_t most_length = 0;
  std::uint32_t most_times = 0;  ///< that a term stands in a document
};

/// The file of a database that was written in one go; `roots` in the order of kTables.
std::string make_version_file(const std::array<TableRoot, kTables.size()>& roots,
                              const DatabaseCounts& counts);

/// The same file, saying of each table that none of its blocks is free, and that the next new one is number
/// `blocks`: as compaction leaves it. Whoever writes to that database appends to its tables and changes no block
/// that is there. A table without blocks stays as it is. Nothing if the bytes are of no known shape.
std::optional<std::string> without_free_blocks(std::string_view bytes,
                                               const std::array<std::uint64_t, kTables.size()>& blocks);

/// The same file with other term lists: of a table that TableWriter made, or none if the root is of no entries.
/// Nothing if the bytes are of no known shape.
std::optional<std::string> with_term_lists(std::string_view bytes, const TableRoot& lists);

}  // namespace vankien
