#include "searchd/search/matched_source.h"

#include <algorithm>
#include <stdexcept>

namespace vankien {

void MatchedSource::init(const Xapian::Database& database) {
  const std::string uuid = database.get_uuid();
  const auto shard = std::find_if(view_.shards.begin(), view_.shards.end(),
                                  [&](const Xapian::Database& known) { return known.get_uuid() == uuid; });
  if (shard == view_.shards.end()) throw std::logic_error("a query met a database that is none of its view");
  ids_ = &matches_.by_shard[static_cast<std::size_t>(shard - view_.shards.begin())];
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
