#pragma once

#include <xapian.h>

#include <memory>

#include "searchd/search/document_filter.h"
#include "searchd/search/filter.h"
#include "searchd/search/snapshot.h"

namespace vankien {

/// The documents that pass a filter, as part of a query: field words may stand beside OR and minus, where a filter over
/// the whole result could not. Weighs nothing. Xapian copies the source for each shard.
class FilterSource : public Xapian::PostingSource {
 public:
  /// The view must outlive every query made with the source.
  FilterSource(const View& view, Filter filter) : view_(view), filter_(std::move(filter)) {}

  Xapian::PostingSource* clone() const override { return new FilterSource(view_, filter_); }
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override {
    return static_cast<Xapian::doccount>(columns_->documents().size());
  }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max() / 2; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool at_end() const override { return at_ >= columns_->documents().size(); }
  Xapian::docid get_docid() const override { return columns_->documents()[at_]; }

 private:
  void pass_over();  // what does not pass

  const View& view_;
  const Filter filter_;
  const Columns* columns_ = nullptr;
  std::unique_ptr<DocumentFilter> prepared_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace vankien
