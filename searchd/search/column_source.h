#pragma once

#include <xapian.h>

#include <algorithm>

#include "searchd/search/snapshot.h"

namespace vankien {

/// Weighs every document by its ordinal in one column. Only for the right side of OP_AND_MAYBE: it claims to hold every
/// id, existing or not.
class ColumnSource : public Xapian::PostingSource {
 public:
  /// `most` is the highest weight. The view must outlive every query made with the source.
  ColumnSource(const View& view, Attribute attribute, double most)
      : view_(view), attribute_(attribute), most_(most) {}

  void init(const Xapian::Database& database) override {
    column_ = &(*view_.columns[view_.shard_of(database)])[attribute_];
    documents_ = database.get_doccount();
    at_ = 0;
    set_maxweight(most_);
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  void next(double) override { ++at_; }
  void skip_to(Xapian::docid id, double) override { at_ = std::max(at_, id); }
  bool at_end() const override { return at_ >= column_->ordinals.size(); }
  Xapian::docid get_docid() const override { return at_; }

 protected:
  const View& view() const { return view_; }
  const Column& column() const { return *column_; }
  std::uint32_t ordinal() const { return column_->ordinals[at_]; }

 private:
  const View& view_;
  const Attribute attribute_;
  const double most_;
  const Column* column_ = nullptr;
  Xapian::doccount documents_ = 0;
  Xapian::docid at_ = 0;
};

}  // namespace vankien
