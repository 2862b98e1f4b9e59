#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"
#include "searchd/search/attributes.h"
#include "searchd/search/filter.h"

namespace vankien {

/// What the caller may see: all grades up to this one. Comes from the key, never from a request field.
using Clearance = Grade;

struct SortKey {
  Attribute attribute{};
  bool descending = false;
};

/// The parts of a document that words are looked for in.
struct SearchFields {
  bool title = true;
  bool symbol = true;
  bool body = true;
};

struct SearchQuery {
  std::string q;           ///< valid UTF-8; empty = all documents
  bool all_words = false;  ///< never part of the words only, even if no document has them all
  bool literal = false;    ///< only the words as typed: nothing read into them, nothing left out
  bool details = false;    ///< also why each hit stands where it does
  bool suggest = false;    ///< also the query as it would be written with its marks
  Filter filter;
  std::vector<Attribute> facets;
  std::vector<SortKey> sort;  ///< empty = by relevance
  std::size_t offset = 0;
  std::size_t limit = 20;
  SearchFields fields;
};

}  // namespace vankien
