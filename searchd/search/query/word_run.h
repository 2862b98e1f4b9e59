#pragma once

#include <string>

#include "searchd/search/query/query_parser.h"

namespace vankien {

/// Reads the plain words of a query into `query.words`, the symbols among them into `query.symbols`. `text` is the query's
/// text with a semicolon for each byte that was read before. Literal: words alone.
void read_word_run(const std::string& text, bool literal, ParsedQuery& query);

}  // namespace vankien
