#include "analyzers/schema/relation.h"

#include "analyzers/schema/cited_session.h"
#include "analyzers/schema/schema.h"

namespace vankien {

std::vector<std::string> relation_keys(const Relation& relation) {
  const std::string kind = std::string(relation_name(relation.kind)) + "|";
  std::vector<std::string> keys;
  if (const auto symbol = parse_symbol(relation.symbol)) {
    const SymbolKeys spelt = symbol_keys(*symbol);
    for (const auto& key : {spelt.exact, spelt.without_year, spelt.bare, spelt.bare_without_year})
      keys.push_back(kind + key);
    return keys;
  }
  auto session = cited_session(relation.text);
  if (!session) return keys;
  keys.push_back(kind + session->key());
  if (session->plenum != 0 && !session->term.empty()) {
    session->term.clear();
    keys.push_back(kind + session->key());
  }
  return keys;
}

}  // namespace vankien
