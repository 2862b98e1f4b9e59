#pragma once

#include <string_view>

#include "analyzers/phrases.h"

namespace vankien {

// Bad text layers of PDFs put blanks into words: "ĐIỀ U KHO ẢN", "l ưu tr ữ".

/// What the folded word is worth as a piece of a broken one.
Piece piece_of(std::string_view folded);

/// Joins neighbours with at most one blank between them whose letters together are a syllable of the language, longest
/// first, if one of them has a vowel and is none itself (điề u, kho ản). Where that happened, the words beside it join too
/// if one is without a vowel (l ưu beside tr ữ); by themselves they never do: "điểm b an toàn" must stay.
/// Repeats until nothing changes, so that a joined text joins no further. The joined word covers its
/// blanks. Phrases do not reach into each other.
void join_fragments(Phrases& phrases);

}  // namespace vankien
