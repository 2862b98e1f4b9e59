#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vankien {

struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
};

struct FacetCounts {
  std::vector<FacetValue> values;  ///< all of them, most frequent first, then by name
  std::optional<double> min, max;  ///< numeric attributes with at least one value
};

/// `from` and `to` are alike but for a decade: {"2024-05", "2024-05", 12}, {"2020", "2029", 90}.
struct DateHistogram {
  struct Bucket {
    std::string from, to;  ///< `date FROM TO TO` finds just these
    std::uint64_t count = 0;
  };
  std::vector<Bucket> buckets;
  std::uint64_t absent = 0;
  bool gaps_filled = true;  ///< empty buckets between others are listed
};

}  // namespace vankien
