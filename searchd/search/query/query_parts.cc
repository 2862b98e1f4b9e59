#include "searchd/search/query/query_parts.h"

#include "analyzers/schema/schema.h"

namespace vankien {

Query one_of(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  return {Query::Op::kOneOf, terms.begin(), terms.end()};
}

std::vector<std::string> prefixed(const std::vector<std::string>& words, std::string_view term_prefix) {
  std::vector<std::string> out;
  for (const auto& word : words) out.push_back(make_term(term_prefix, word));
  return out;
}

}  // namespace vankien
