#pragma once

#include <string>
#include <string_view>

#include "analyzers/schema/relation.h"

namespace vankien {

/// The sentence of a text that holds a relation, on one line; of several that name the symbol the one with the words
/// of the relation's kind ("thay thế"). At most kMostSentence bytes around the symbol, "…" where it was cut. Empty if
/// the symbol is not in the text, as of a relation that was given with a record.
///   "… Điều 3. Quy định này thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017. Điều 4 …"
///     → "Quy định này thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017."
std::string citing_sentence(std::string_view body, const Relation& relation);
inline constexpr std::size_t kMostSentence = 400;

/// The date right behind a citation ("…, ngày 01/6/2022"), ISO; empty if there is none.
std::string date_behind(std::string_view body, std::size_t end);

}  // namespace vankien
