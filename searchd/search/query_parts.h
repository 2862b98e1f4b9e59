#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace vankien {

using Queries = std::vector<Xapian::Query>;

// Not Query::MatchAll: that is one object for the whole process, and its count of users is not made for threads.
inline Xapian::Query everything() { return Xapian::Query(std::string()); }

inline Xapian::Query scaled(const Xapian::Query& query, double factor) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, factor};
}
inline Xapian::Query all_of(const Queries& queries) {
  return {Xapian::Query::OP_AND, queries.begin(), queries.end()};
}
inline Xapian::Query any_of(const Queries& queries) {
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

/// Several terms that stand for one word: counted as one, or the rarest form would outweigh the likely one.
Xapian::Query one_of(const std::vector<std::string>& terms);

/// The words as terms under a prefix (analyzers/schema/schema.h).
std::vector<std::string> prefixed(const std::vector<std::string>& words, std::string_view term_prefix);

}  // namespace vankien
