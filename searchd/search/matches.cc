#include "searchd/search/matches.h"

#include <algorithm>

#include "searchd/search/document_filter.h"

namespace vankien {
namespace {

constexpr double kRounding = 1e-9;  // sums of the same weights in another order

struct Weighed {
  Xapian::docid id;
  double weight;
  std::size_t failed;  // as Sieve::failed says
};

// A split filter made ready for one database.
class Sieve {
 public:
  static constexpr std::size_t kNone = 0, kOut = SIZE_MAX;

  Sieve(const SplitFilter& filter, const Columns& columns) : rest_(filter.rest, columns) {
    for (const auto& [attribute, part] : filter.aside) aside_.emplace_back(part, columns);
  }

  /// kNone: the document passes all; i + 1: it fails only what is set aside at i; kOut: more than that.
  std::size_t failed(Xapian::docid id) const {
    if (!rest_.passes(id)) return kOut;
    std::size_t failed = kNone;
    for (std::size_t i = 0; i < aside_.size(); ++i) {
      if (aside_[i].passes(id)) continue;
      if (failed != kNone) return kOut;
      failed = i + 1;
    }
    return failed;
  }

 private:
  DocumentFilter rest_;
  std::vector<DocumentFilter> aside_;
};

Matches empty_matches(const View& view, const SplitFilter& filter) {
  Matches matches;
  matches.by_shard.resize(view.columns.size());
  for (const auto& [attribute, part] : filter.aside) matches.besides[attribute].resize(view.columns.size());
  return matches;
}

// Where a document goes that failed so.
std::vector<Xapian::docid>& list_of(Matches& matches, const SplitFilter& filter, std::size_t shard,
                                    std::size_t failed) {
  return failed == Sieve::kNone ? matches.by_shard[shard]
                                : matches.besides.at(filter.aside[failed - 1].first)[shard];
}

// Shows all documents of one database that match to a function, ascending: function(id, weight).
template <typename Function>
void for_each_match(const Xapian::Database& database, const Xapian::Query& matching,
                    const Xapian::Weight& weights, Function function) {
  class Spy : public Xapian::MatchSpy {
   public:
    explicit Spy(Function& function) : function_(function) {}
    void operator()(const Xapian::Document& document, double weight) override {
      function_(document.get_docid(), weight);
    }

   private:
    Function& function_;
  };
  Xapian::Enquire enquire(database);
  enquire.set_query(matching);
  enquire.set_weighting_scheme(weights);
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  Spy spy(function);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 1, database.get_doccount());
}

}  // namespace

std::uint64_t Matches::total() const {
  std::uint64_t sum = 0;
  for (const auto& shard : by_shard) sum += shard.size();
  return sum;
}

// Shard by shard, because Xapian tells a spy the id within the document's own database only.
Matches match_documents(const View& view, const Xapian::Query& matching, const SplitFilter& filter) {
  Matches matches = empty_matches(view, filter);
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    const Columns& columns = *view.columns[shard];
    if (columns.documents().empty()) continue;
    const Sieve sieve(filter, columns);
    const auto take = [&](Xapian::docid id, double = 0) {
      if (const std::size_t failed = sieve.failed(id); failed != Sieve::kOut)
        list_of(matches, filter, shard, failed).push_back(id);
    };
    if (matching.get_type() == Xapian::Query::LEAF_MATCH_ALL)
      for (const Xapian::docid id : columns.documents()) take(id);
    else
      for_each_match(view.shards[shard], matching, Xapian::BoolWeight(), take);
  }
  return matches;
}

Matches match_most(const View& view, const Xapian::Query& matching, double share, double whole,
                   const SplitFilter& filter) {
  std::vector<std::vector<Weighed>> all(view.columns.size());
  double best = 0;
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    const Columns& columns = *view.columns[shard];
    if (columns.documents().empty()) continue;
    const Sieve sieve(filter, columns);
    for_each_match(view.shards[shard], matching, Xapian::CoordWeight(), [&](Xapian::docid id, double weight) {
      best = std::max(best, weight);
      if (const std::size_t failed = sieve.failed(id); failed != Sieve::kOut)
        all[shard].push_back({id, weight, failed});
    });
  }
  const double least = share * std::min(best, whole) - kRounding;
  Matches matches = empty_matches(view, filter);
  for (std::size_t shard = 0; shard < all.size(); ++shard)
    for (const Weighed& one : all[shard])
      if (one.weight >= least) list_of(matches, filter, shard, one.failed).push_back(one.id);
  return matches;
}

bool matches_any(const View& view, const Xapian::Query& matching) {
  Xapian::Enquire enquire(view.database);
  enquire.set_query(matching);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return !enquire.get_mset(0, 1).empty();
}

}  // namespace vankien
