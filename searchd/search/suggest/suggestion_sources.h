#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/query/typed_word.h"
#include "searchd/search/suggest/suggest.h"

namespace vankien {

/// What is typed, taken apart: all words but the last are whole, the last one may be half-typed.
struct TypedWords {
  std::string text;  ///< keystrokes read
  std::vector<TypedWord> words;
};
/// Folded words are expanded by the view's titles alone.
TypedWords read_typed(const View& view, const std::string& typed);

// Where suggestions come from: each gives those of its kind, likeliest first, at most `most`, without marks.

/// Symbols that begin so: 5 nq, nq 05, 05-nq/t, nghị quyết 05.
std::vector<Suggestion> suggest_symbols(const View& view, const std::string& typed, std::size_t most);
/// Types or issuers with all the words.
std::vector<Suggestion> suggest_names(const View& view, const TypedWords& typed, Suggestion::Kind kind,
                                      std::size_t most);
/// Words of titles that the last word may become, with what usually follows them.
std::vector<Suggestion> suggest_phrases(const View& view, const TypedWords& typed, std::size_t most);
/// Titles with all the words: those that have them side by side first, then the newest.
std::vector<Suggestion> suggest_titles(const View& view, const TypedWords& typed, std::size_t most);

}  // namespace vankien
