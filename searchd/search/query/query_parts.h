#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/query/query.h"

namespace vankien {

inline Query everything() { return Query::everything(); }
inline Query scaled(const Query& query, double factor) { return {Query::Op::kScale, query, factor}; }
inline Query all_of(const Queries& queries) { return {Query::Op::kAnd, queries.begin(), queries.end()}; }
inline Query any_of(const Queries& queries) { return {Query::Op::kOr, queries.begin(), queries.end()}; }

/// Several terms that stand for one word: counted as one, or the rarest form would outweigh the likely one.
Query one_of(const std::vector<std::string>& terms);

/// The words as terms under a prefix (analyzers/schema/schema.h).
std::vector<std::string> prefixed(const std::vector<std::string>& words, std::string_view term_prefix);

}  // namespace vankien
