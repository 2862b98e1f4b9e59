#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

#include "analyzers/schema/schema.h"
#include "indexer/writer/version_file.h"

namespace vankien {

// A run is what one worker gathered in memory and wrote at once: documents 1, 2, 3 … of one grade, in one file with everything in
// the order and (posting lists, values) in the bytes of the finished database, so that runs are merged by
// copying. Numbers have seven bits a byte (glass/pack.h). Sections, in this order:
//
//   lists     of each term in order: its size (one byte), itself, in how many documents, how often in all, then its pieces
//   lengths   the pieces of one list: how long each document is
//   values    of each slot in order, by the document: first document, size, values as a chunk of the database; 0 ends a slot
//   entries   of each document: data, id, path, place, each with its size
//   ids       of each document the hash of its id; none in a run that was joined of others
//
// A piece of a list is its size, first document, last less first, bytes; size 0 ends the list. The bytes are how often the term
// stands in the first, then for each further document: how many are left out, how often.

enum class Section : std::uint8_t { kLists, kLengths, kValues, kEntries, kIds };
inline constexpr std::size_t kSections = 5;

/// Pieces of a list are about as long as this, so that a chunk of the database is made of whole ones.
inline constexpr std::size_t kPieceBytes = 400;
/// Values of one slot are kept in chunks of about this size, as Xapian does (1.4.22, glass_values.cc).
inline constexpr std::size_t kValueChunkBytes = 2000;

/// By which documents with the same id are found, without their ids being held in memory.
struct IdHash {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend auto operator<=>(const IdHash&, const IdHash&) = default;
};
IdHash hash_id(std::string_view id);

/// What stands at the end of a run.
struct RunSummary {
  DatabaseCounts counts;
  std::array<std::uint32_t, kSlots> valued{};         ///< how many documents have a value in each slot
  std::array<std::uint64_t, kSections + 1> begins{};  ///< of the sections, and the end of the last
  std::uint64_t hash = 0;                             ///< of all that stands before it
};

/// Documents from `first` to `last` of a list.
struct ListPiece {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string_view bytes;
};

}  // namespace vankien
