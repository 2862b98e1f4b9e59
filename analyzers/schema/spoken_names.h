#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/token.h"

namespace vankien {

// What people say for the letters of a symbol, found in the words of a text (analyze_words): "nghị quyết" for
// NQ, "tỉnh ủy" for TU. A typed word without marks meets the word with them; one with marks only itself.

using WordSpan = std::span<const Token>;

/// A name in the words of the chain, with and without marks.
struct SpokenName {
  std::vector<std::string> words;
  std::vector<std::string> bare;
  std::string meaning;         ///< abbreviation or organ; may be empty for types
  std::string_view type_name;  ///< for types: as in document_types()
};

/// The longest type's name that begins at `at`; nullptr if none does.
const SpokenName* find_type_name(WordSpan words, std::size_t at);
/// The longest name of an organ: "ủy ban kiểm tra tỉnh ủy" → UBKTTU. Congress, Politburo and Secretariat all
/// sign /TW; the committees of provinces and of central cities alike /TU.
const SpokenName* find_organ_name(WordSpan words, std::size_t at);

/// `marked` in folded letters, as the chain gives them.
bool is_word(WordSpan words, std::size_t at, std::string_view marked);
/// The words of `phrase` (folded, parted by single blanks) from `at` on; their count, or 0.
std::size_t match_phrase(WordSpan words, std::size_t at, std::string_view phrase);

/// A number of at most five digits.
std::optional<std::uint32_t> number_at(WordSpan words, std::size_t at);
/// A number from 1930 to 2099.
std::optional<std::uint16_t> year_at(WordSpan words, std::size_t at);

/// Letters that name an organ, and how many words they take: "tu" → TU, "t ư" → TW, "vptw nb" → VPTW/nb.
struct OrganLetters {
  std::string organ;
  std::size_t words = 0;
};
std::optional<OrganLetters> organ_letters_at(WordSpan words, std::size_t at);

/// The letters of a type as symbols spell them, as typed where marks were left out: "nq" → NQ, "qd" → qd.
std::optional<std::string> type_letters_at(WordSpan words, std::size_t at);

/// Type and organ written as one word: "nqtu" → NQ, TU.
struct GluedLetters {
  std::string type;
  std::string organ;
};
std::optional<GluedLetters> glued_letters_at(WordSpan words, std::size_t at);

}  // namespace vankien
