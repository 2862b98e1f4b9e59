#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

#include "analyzers/schema/grade.h"
#include "indexer/writer/run/run_sieve.h"

namespace vankien {

/// A document that has an id.
struct IdClaim {
  Grade grade = Grade::kOpen;
  std::string id;
  std::string path;   ///< of the source file, as the ledger names it
  std::string place;  ///< in it: "line 12"; empty = the whole file
};

/// Which of two documents with the same id is published: the one of the higher grade, so that no order of reading opens a
/// secret; of equal grades the first by path, then by place ("line 9" before "line 12").
bool outranks(const IdClaim& one, const IdClaim& other);

/// Code of the failure of a document that is not published because another one has its id.
inline constexpr const char* kDuplicateId = "duplicate_id";
/// What it says:  id "15" belongs to a document of archive/a.jsonl line 3
std::string describe_owner(const std::string& id, const std::string& owner);

/// Told of each document that is not published, and of the one that is.
using TellDuplicate = std::function<void(const IdClaim& loser, const IdClaim& winner)>;

/// The documents of the runs below `shards` whose id another one has too, all but the one that outranks the others. A document
/// that was handed over gives way to one of a file in its own grade only (HandedOverDocuments).
/// Takes about `memory` bytes however many documents there are: hashes are gone through a part at a time, and a document's id, path
/// and place are looked at only where two hashes are equal. Kept are the numbers of what is left out, four bytes each.
/// Throws std::runtime_error if a run cannot be read.
LeftOut find_duplicates(const std::filesystem::path& shards, std::size_t memory, const TellDuplicate& tell);

}  // namespace vankien
