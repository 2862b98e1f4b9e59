#include "searchd/search/in_force_source.h"

#include "searchd/search/ranking.h"
#include "searchd/search/status.h"

namespace vankien {

void InForceSource::init(const Xapian::Database& database) {
  status_ = &(*view_.columns[view_.shard_of(database)])[Attribute::kStatus];
  documents_ = database.get_doccount();
  at_ = 0;
  set_maxweight(kInForceFirst);
}

double InForceSource::get_weight() const {
  return is_ended(static_cast<Status>(status_->ordinals[at_])) ? 0 : kInForceFirst;
}

}  // namespace vankien
