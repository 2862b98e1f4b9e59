#pragma once

#include <string>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/query/query_parser.h"

namespace vankien {

/// A query as it was most likely meant, where its words are misspelt: "nguôn nhâm lực" → "nguồn nhân lực". Empty if no word
/// is, or nothing likelier is known.
/// A word is doubted if the view does not hold it, or holds it beside neither of its neighbours in the query. It may then be
/// any word of the view that one slip (misspelling.h) or a few marks lead to; how often the view has each word and each
/// pair decides, as for restored marks. Never doubted: numbers, symbols, citations, abbreviations, what is in quotes or
/// excluded. The rest of the text stays as it was typed; `text` is what `parsed` was made of.
/// Milliseconds a doubted word; queries of more than 12 words are left alone. Throws Xapian::Error.
std::string correct(const View& view, const std::string& text, const ParsedQuery& parsed);

}  // namespace vankien
