#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vankien {

/// What a document's place is made of (ranking.h has the weights). A document's weight is the sum of these.
enum class RankingPart : std::uint8_t {
  kSymbol,     ///< its own symbol, or one it mentions; the meeting or term said beside it
  kWords,      ///< words, phrases and what they stand for, wherever they are
  kTitle,      ///< the words of the title again
  kProximity,  ///< words beside each other as they were typed
  kKind,       ///< the type and year that the words name; the very form that was typed
  kRecency,    ///< how new it is
  kStatus      ///< in force, rather than replaced or repealed
};
inline constexpr std::array<std::string_view, 7> kRankingPartNames = {
    "symbol", "words", "title", "proximity", "kind", "recency", "status"};
constexpr std::string_view name_of(RankingPart part) {
  return kRankingPartNames[static_cast<std::size_t>(part)];
}

/// How much of a document's weight one part gives, and what share of it that is: 0…1.
struct PartScore {
  double weight = 0;
  double score = 0;
};

/// Why a hit stands where it does. The weights of the parts add up to `weight`, by which hits are ordered.
struct RankingDetails {
  double weight = 0;
  std::array<std::optional<PartScore>, kRankingPartNames.size()>
      parts;                   ///< by RankingPart; none = the query has nothing of that part
  std::size_t words = 0;       ///< plain words of the query, each once
  std::size_t words_held = 0;  ///< those that the document has
};

}  // namespace vankien
