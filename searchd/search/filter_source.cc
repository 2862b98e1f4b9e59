#include "searchd/search/filter_source.h"

#include <algorithm>

namespace vankien {

void FilterSource::init(const Xapian::Database& database) {
  columns_ = view_.columns[view_.shard_of(database)];
  prepared_ = std::make_unique<DocumentFilter>(filter_, *columns_);
  at_ = 0;
  started_ = false;
}

void FilterSource::pass_over() {
  const auto& documents = columns_->documents();
  while (at_ < documents.size() && !prepared_->passes(documents[at_])) ++at_;
}

void FilterSource::next(double) {
  if (started_) ++at_;
  started_ = true;
  pass_over();
}

void FilterSource::skip_to(Xapian::docid id, double) {
  const auto& documents = columns_->documents();
  started_ = true;
  at_ = static_cast<std::size_t>(
      std::lower_bound(documents.begin() + static_cast<std::ptrdiff_t>(at_), documents.end(), id) -
      documents.begin());
  pass_over();
}

}  // namespace vankien
