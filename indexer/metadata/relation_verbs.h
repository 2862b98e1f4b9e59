#pragma once

#include <string_view>
#include <vector>

#include "analyzers/schema/relation.h"
#include "analyzers/token.h"

namespace vankien {

/// What one document does to another.
struct RelationVerb {
  std::string_view words;  ///< folded, as the chain gives them
  RelationKind kind;
};

/// Its words are [first, last).
struct VerbAt {
  const RelationVerb* verb = nullptr;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// "… thay thế Quyết định số 5 …" → the one verb, kReplaces.
std::vector<VerbAt> find_verbs(const Tokens& words);

}  // namespace vankien
