#pragma once

#include <vector>

#include "searchd/search/archive/columns.h"
#include "searchd/search/query/filter.h"

namespace vankien {

/// Which ordinals of its column fulfil a condition.
std::vector<bool> accepted_ordinals(const Condition& condition, const Columns& columns);

/// A filter made ready for one database: each condition is decided once per distinct value of its column, so
/// that a document costs one look-up per condition.
class DocumentFilter {
 public:
  /// `columns` must outlive the filter.
  DocumentFilter(const Filter& filter, const Columns& columns);

  bool passes(Xapian::docid document) const { return test(root_, document); }

 private:
  struct Node {
    Filter::Kind kind = Filter::Kind::kAll;
    std::vector<Node> children;
    const PackedNumbers* numbers = nullptr;
    std::vector<bool> accepted;  ///< by number of the column's base
  };
  static Node prepare(const Filter& filter, const Columns& columns);
  static bool test(const Node& node, Xapian::docid document);

  Node root_;
};

}  // namespace vankien
