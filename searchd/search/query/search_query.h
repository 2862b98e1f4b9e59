#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searchd/search/archive/attributes.h"
#include "searchd/search/archive/position.h"
#include "searchd/search/query/filter.h"

namespace vankien {

/// The parts of a document that words are looked for in.
struct SearchFields {
  bool title = true;
  bool symbol = true;
  bool body = true;
};

enum class DateInterval : std::uint8_t { kMonth, kYear, kDecade };

/// Both ends belong to it; one of them may be empty: no bound.
struct FacetRange {
  std::string from;
  std::string to;
};
using FacetRanges = std::map<Attribute, std::vector<FacetRange>>;

struct SearchQuery {
  std::string q;             ///< valid UTF-8; empty = all documents
  bool all_words = false;    ///< never part of the words only, even if no document has them all
  bool literal = false;      ///< only the words as typed: nothing read into them, nothing left out
  bool details = false;      ///< also why each hit stands where it does
  bool correct = true;       ///< misspelt words are asked about
  bool suggest = false;      ///< also the query as it would be written with its marks
  bool weigh_terms = false;  ///< also how rare its terms are, for the choice of passages
  Filter filter;
  std::vector<Attribute> facets;
  /// Facets, ranges and histogram of these are counted as if the filter had no conditions on them. Its conditions must be
  /// separable (mixed_attribute finds none).
  std::vector<Attribute> disjunctive;
  FacetRanges ranges;                     ///< numbers and dates only
  std::optional<DateInterval> histogram;  ///< of the dates
  std::vector<SortKey> sort;              ///< empty = by relevance
  std::size_t offset = 0;
  std::size_t limit = 20;
  bool walks = false;             ///< with a cursor: SearchResult::next is wanted, `offset` is not looked at
  std::optional<Position> after;  ///< only what comes behind it; none: from the beginning
  SearchFields fields;
  bool status = false;  ///< also what became of each hit
};

}  // namespace vankien
