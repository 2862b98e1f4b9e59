#include "searchd/search/matched_source.h"

#include <algorithm>

namespace vankien {

void MatchedSource::init(const Xapian::Database& database) {
  ids_ = &matches_.by_shard[view_.shard_of(database)];
  at_ = 0;
  started_ = false;
}

void MatchedSource::next(double) {
  if (started_) ++at_;
  started_ = true;
}

void MatchedSource::skip_to(Xapian::docid id, double) {
  started_ = true;
  at_ = static_cast<std::size_t>(
      std::lower_bound(ids_->begin() + static_cast<std::ptrdiff_t>(at_), ids_->end(), id) - ids_->begin());
}

}  // namespace vankien
