#pragma once

#include <set>
#include <string>
#include <string_view>

#include "analyzers/schema/relation.h"
#include "analyzers/schema/symbol.h"

namespace vankien {

/// The sentence of a text that holds a relation, on one line; of several that name the symbol the one with the words
/// of the relation's kind ("thay thế"). At most kMostSentence bytes around the symbol, "…" where it was cut. Empty if
/// the symbol is not in the text, as of a relation that was given with a record.
///   "… Điều 3. Quy định này thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017. Điều 4 …"
///     → "Quy định này thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017."
std::string citing_sentence(std::string_view body, const Relation& relation);
inline constexpr std::size_t kMostSentence = 400;

/// The dates that stand right behind a symbol wherever the text names it, "" where none does; each once, in order.
///   05-NQ/TU: "… số 05-NQ/TU, ngày 01/6/2022 … theo Nghị quyết 05-NQ/TU" → {"", "2022-06-01"}
/// Only the places where its number stands are read, so a long text costs little more than being looked through.
std::set<std::string> dates_beside(std::string_view body, const Symbol& symbol);

/// The date right behind a citation ("…, ngày 01/6/2022"), ISO; empty if there is none.
std::string date_behind(std::string_view body, std::size_t end);

}  // namespace vankien
