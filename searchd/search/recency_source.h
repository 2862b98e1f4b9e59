#pragma once

#include "searchd/search/column_source.h"
#include "searchd/search/ranking.h"

namespace vankien {

/// Weighs every document by how new it is: 0 for the oldest date (or none) to kRecency for the newest, by rank. Ordinals of
/// dates sort by time; across databases ranks differ a little, which a tie-breaker may.
class RecencySource : public ColumnSource {
 public:
  explicit RecencySource(const View& view) : ColumnSource(view, Attribute::kDate, kRecency) {}
  Xapian::PostingSource* clone() const override { return new RecencySource(view()); }
  double get_weight() const override {
    const double newest = static_cast<double>(column().values.size()) - 1;
    return newest <= 0 ? 0 : kRecency * static_cast<double>(ordinal()) / newest;
  }
};

}  // namespace vankien
