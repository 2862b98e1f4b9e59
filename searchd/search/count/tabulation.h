#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "searchd/search/archive/clearance.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

class Snapshot;

inline constexpr std::size_t kMostDimensions = 3;

/// How many documents of a query have each value of one to three attributes, each combination of them, and any value at
/// all. Values that a filter takes for the same (case, tone placement) are one; of a list a document counts for each value,
/// and once in every total.
///   tabulate(…, {Attribute::kType, Attribute::kYear})
///   → axes {Nghị quyết, Chỉ thị, absent}, {2023, 2024};  counts {0, 1} → 5, {0, kAny} → 9, {kAny, kAny} → 30
struct Table {
  struct Value {
    std::string text;    ///< empty = absent, which comes last
    std::string filter;  ///< year = "2024"; NOT year EXISTS
  };
  struct Axis {
    Attribute attribute{};
    std::vector<Value> values;  ///< those that occur, in Vietnamese order
  };
  static constexpr std::uint32_t kAny = UINT32_MAX;
  /// One a dimension: a value, or kAny; kAny beyond the last dimension.
  using At = std::array<std::uint32_t, kMostDimensions>;

  std::vector<Axis> axes;
  std::map<At, std::uint64_t> counts;  ///< those over 0

  std::uint64_t count(const At& at) const {
    const auto found = counts.find(at);
    return found == counts.end() ? 0 : found->second;
  }
  std::uint64_t total() const { return count({kAny, kAny, kAny}); }
};

/// Throws IndexUnreadable. `dimensions`: one to three.
Table tabulate(const Snapshot& snapshot, Clearance clearance, const SearchQuery& query,
               const std::vector<Attribute>& dimensions);

/// The condition of the filter language that an attribute's value fulfils, and no other: `type = "Nghị quyết"`; of "",
/// `NOT type EXISTS`. A date is compared as far as the bound says, so one without a day is said with a second condition.
std::string equal_filter(Attribute attribute, const std::string& value);

}  // namespace vankien
