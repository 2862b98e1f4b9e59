#pragma once

#include <xapian.h>

#include "searchd/search/matches.h"

namespace vankien {

/// Lets Xapian rank exactly the documents that were counted: one list of ids a shard, walked like a posting
/// list. Xapian copies the source for each shard and shows it that shard's database, told apart by its UUID.
class MatchedSource : public Xapian::PostingSource {
 public:
  /// Both must outlive every query made with the source.
  MatchedSource(const View& view, const Matches& matches) : view_(view), matches_(matches) {}

  Xapian::PostingSource* clone() const override { return new MatchedSource(view_, matches_); }
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return get_termfreq_est(); }
  Xapian::doccount get_termfreq_max() const override { return get_termfreq_est(); }
  Xapian::doccount get_termfreq_est() const override { return static_cast<Xapian::doccount>(ids_->size()); }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool at_end() const override { return at_ >= ids_->size(); }
  Xapian::docid get_docid() const override { return (*ids_)[at_]; }

 private:
  const View& view_;
  const Matches& matches_;
  const std::vector<Xapian::docid>* ids_ = nullptr;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace vankien
