#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searchd/search/archive/attributes.h"

namespace vankien {

/// One key of the order of a list (order.h).
struct SortKey {
  Attribute attribute{};
  bool descending = false;
};

/// Where in the order of a list a walk with a cursor has come to: behind the document described. It need not be there any
/// more. Nothing in it is of a document that the caller was not shown.
struct Position {
  std::vector<std::string> values;  ///< of the sort keys and the date, "" = absent
  std::string id;
  std::size_t shard = 0;  ///< for one id in several grades
  // By relevance:
  std::uint64_t given = 0;  ///< how many hits were before and with it
  double weight = 0;        ///< its own, by Xapian
  bool operator==(const Position&) const = default;
};

}  // namespace vankien
