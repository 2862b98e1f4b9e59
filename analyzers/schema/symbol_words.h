#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/spoken_names.h"
#include "analyzers/schema/symbol.h"
#include "analyzers/token.h"

namespace vankien {

/// A symbol said in words, as people type it: `05 nq tu`, `nq 05 tu 2022`, `nghị quyết 57 trung ương`,
/// `nghi quyet so 05 cua tinh uy`. Covers the words [first, last) of the text.
struct SymbolReading {
  Symbol symbol;  ///< organ empty if none was said; letters as typed where marks were left out (QD)
  std::size_t first = 0;
  std::size_t last = 0;
};

/// All readings of a text's words (analyze_words), not overlapping. A number alone is none, a type alone is
/// none. None goes on behind the end of a sentence, and a number that begins a line counts paragraphs unless "số" stands
/// before it: "theo nghị quyết.\n3. Tỉnh ủy" is none. An empty `text` says nothing of marks and lines.
std::vector<SymbolReading> read_symbol_words(const Tokens& words, std::string_view text = {});
/// The one that begins at that word.
std::optional<SymbolReading> symbol_words_at(WordSpan words, std::size_t at, std::string_view text = {});

/// The first word behind the word `at` that a full stop or a semicolon, and white space, part from the one before; T.Ư is
/// one sentence. The count of words if there is none.
std::size_t sentence_end(WordSpan words, std::size_t at, std::string_view text);

/// Types' names and years anywhere in a text: `kết luận năm 2024` → {Kết luận}, {2024}.
struct Hints {
  struct Type {
    std::string name;  ///< as in document_types()
    std::size_t first = 0;
    std::size_t last = 0;  ///< its words are [first, last)
  };
  std::vector<Type> types;
  std::vector<std::uint16_t> years;
};
Hints read_hints(const Tokens& words);

}  // namespace vankien
