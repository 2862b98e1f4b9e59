#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "searchd/search/query/filter.h"

namespace vankien {

/// A filter with the conditions on some attributes set aside, so that one pass over the matches can tell both who fulfils
/// all of it and who fails nothing but one attribute's own conditions:
///   [[type = "Nghị quyết", type = "Chỉ thị"], year = 2024], type set aside  →  rest year = 2024, aside type ∈ {…}
struct SplitFilter {
  SplitFilter(const Filter& filter) : rest(filter) {}  // NOLINT: a filter is a split one with nothing aside
  /// Parts of the filter (joined by AND at its top) that name several attributes, one of `attributes` among them, must
  /// not be there: see mixed_attribute.
  SplitFilter(const Filter& filter, const std::vector<Attribute>& attributes);

  Filter rest;
  std::vector<std::pair<Attribute, Filter>> aside;  ///< each attribute once, also one without any condition
};

/// The first of `attributes` whose conditions cannot be taken out of the filter, because an OR or NOT ties them to another
/// attribute's: `type = a OR year = 2024`. Nothing if all can.
std::optional<Attribute> mixed_attribute(const Filter& filter, const std::vector<Attribute>& attributes);

}  // namespace vankien
