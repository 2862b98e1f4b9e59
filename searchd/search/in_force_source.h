#pragma once

#include "searchd/search/column_source.h"
#include "searchd/search/ranking.h"
#include "searchd/search/status.h"

namespace vankien {

/// Every document that nothing has replaced, repealed or ended weighs kInForceFirst, the others nothing.
class InForceSource : public ColumnSource {
 public:
  explicit InForceSource(const View& view) : ColumnSource(view, Attribute::kStatus, kInForceFirst) {}
  Xapian::PostingSource* clone() const override { return new InForceSource(view()); }
  double get_weight() const override { return is_ended(static_cast<Status>(ordinal())) ? 0 : kInForceFirst; }
};

}  // namespace vankien
