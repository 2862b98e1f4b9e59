#include "searchd/search/matches.h"

#include <algorithm>

#include "searchd/search/document_filter.h"

namespace vankien {
namespace {

constexpr double kRounding = 1e-9;  // sums of the same weights in another order

struct Weighed {
  Xapian::docid id;
  double weight;
};

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
Matches match_documents(const View& view, const Xapian::Query& matching, const Filter& filter) {
  Matches matches;
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    auto& found = matches.by_shard.emplace_back();
    const Columns& columns = *view.columns[shard];
    if (columns.documents().empty()) continue;
    const DocumentFilter document_filter(filter, columns);
    const auto take = [&](Xapian::docid id, double = 0) {
      if (document_filter.passes(id)) found.push_back(id);
    };
    if (matching.get_type() == Xapian::Query::LEAF_MATCH_ALL)
      for (const Xapian::docid id : columns.documents()) take(id);
    else
      for_each_match(view.shards[shard], matching, Xapian::BoolWeight(), take);
  }
  return matches;
}

Matches match_most(const View& view, const Xapian::Query& matching, double share, double whole,
                   const Filter& filter) {
  std::vector<std::vector<Weighed>> all(view.columns.size());
  double best = 0;
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    const Columns& columns = *view.columns[shard];
    if (columns.documents().empty()) continue;
    const DocumentFilter document_filter(filter, columns);
    for_each_match(view.shards[shard], matching, Xapian::CoordWeight(), [&](Xapian::docid id, double weight) {
      best = std::max(best, weight);
      if (document_filter.passes(id)) all[shard].push_back({id, weight});
    });
  }
  const double least = share * std::min(best, whole) - kRounding;
  Matches matches;
  for (const auto& shard : all) {
    auto& found = matches.by_shard.emplace_back();
    for (const Weighed& one : shard)
      if (one.weight >= least) found.push_back(one.id);
  }
  return matches;
}

bool matches_any(const View& view, const Xapian::Query& matching) {
  Xapian::Enquire enquire(view.database);
  enquire.set_query(matching);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return !enquire.get_mset(0, 1).empty();
}

}  // namespace vankien
