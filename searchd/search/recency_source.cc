#include "searchd/search/recency_source.h"

#include "searchd/search/ranking.h"

namespace vankien {

void RecencySource::init(const Xapian::Database& database) {
  dates_ = &(*view_.columns[view_.shard_of(database)])[Attribute::kDate];
  documents_ = database.get_doccount();
  at_ = 0;
  set_maxweight(kRecency);
}

// Ordinals of dates sort by time; across databases ranks differ a little, which a tie-breaker may.
double RecencySource::get_weight() const {
  const double newest = static_cast<double>(dates_->values.size()) - 1;
  return newest <= 0 ? 0 : kRecency * static_cast<double>(dates_->ordinals[at_]) / newest;
}

}  // namespace vankien
