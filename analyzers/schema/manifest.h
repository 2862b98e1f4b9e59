#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"

namespace vankien {

// The home folder of an archive:
//   CURRENT               one line: gen-000123, the published generation
//   gen-000123/           manifest.json and one Xapian database a grade: open/ internal/ mat/ toi-mat/ tuyet-mat/
//   gen-000124.tmp/       being built
//   scratch/              what a run has unpacked and not yet read
//   ledger.sqlite, lock   the indexer's own

inline constexpr const char* kCurrentFile = "CURRENT";
inline constexpr const char* kManifestFile = "manifest.json";

/// 123 → "gen-000123".
std::string generation_name(std::uint64_t number);
/// "gen-000123" → 123; nothing for any other name, "gen-000124.tmp" included.
std::optional<std::uint64_t> parse_generation_name(const std::string& name);
/// What CURRENT names; nothing if there is no published generation. Throws std::runtime_error if CURRENT is
/// damaged.
std::optional<std::uint64_t> read_current(const std::filesystem::path& home);

struct GradeManifest {
  std::uint64_t documents = 0;
  /// Of the documents' texts. Not of the database's files: what else was built beside them leaves its mark in
  /// those, and a reader is told this number.
  std::uint64_t bytes = 0;
  std::string updated;                          ///< RFC 3339, UTC
  std::map<std::string, std::uint64_t> fields;  ///< field → documents that have it
  /// Of an update that appended to this grade's database: the generation it began with, and Xapian's numbers of the documents
  /// that were written, removed or replaced since, so that a reader takes over the others. 0: nothing is known.
  std::uint64_t since = 0;
  std::vector<std::uint32_t> changed;
};

/// What a generation says of itself; written last, before the swap.
struct Manifest {
  int format = 0;
  int chain = 0;
  std::array<GradeManifest, kGradeCount> grades;
  std::map<std::string, std::string> sources;  ///< name → path, to notice another folder of the same name
  struct Part {
    std::uint64_t bytes = 0;
    std::string
        xxh3;  ///< hex, 128 bits: a changed document appends 5 to 30 MB to an archive of 200,000, and BLAKE2b
               ///< of them took as long as Xapian's commit
    bool operator==(const Part&) const = default;
  };
  struct File {
    std::uint64_t bytes = 0;  ///< in all; a table may be longer: what is behind is a later generation's
    std::string blake2b;  ///< hex, 256 bits: Xapian has no checksums of its own; without what was appended
    std::vector<Part> appended;  ///< by updates, one after the other
    std::uint64_t appended_bytes() const;
  };
  using Files = std::map<std::string, File>;
  Files files;  ///< path below the generation → its content

  std::uint64_t documents() const;
};

/// Whether a file of a generation, by its path below it, may be longer than its manifest says: a Xapian table, which
/// generations can have in common (indexer/writer/shared_database.h).
bool may_grow(const std::filesystem::path& path);

std::string encode_manifest(const Manifest& manifest);
/// Throws std::runtime_error naming the file if it is missing, damaged or of another format.
Manifest read_manifest(const std::filesystem::path& generation);

}  // namespace vankien
