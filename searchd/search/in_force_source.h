#pragma once

#include <xapian.h>

#include <algorithm>

#include "searchd/search/snapshot.h"

namespace vankien {

/// Weighs every document that nothing has replaced, repealed or ended by kInForceFirst, the others by nothing. Only for the
/// right side of OP_AND_MAYBE: it claims to hold every id, existing or not.
class InForceSource : public Xapian::PostingSource {
 public:
  /// The view must outlive every query made with the source.
  explicit InForceSource(const View& view) : view_(view) {}

  Xapian::PostingSource* clone() const override { return new InForceSource(view_); }
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  void next(double) override { ++at_; }
  void skip_to(Xapian::docid id, double) override { at_ = std::max(at_, id); }
  bool at_end() const override { return at_ >= status_->ordinals.size(); }
  Xapian::docid get_docid() const override { return at_; }
  double get_weight() const override;

 private:
  const View& view_;
  const Column* status_ = nullptr;
  Xapian::doccount documents_ = 0;
  Xapian::docid at_ = 0;
};

}  // namespace vankien
