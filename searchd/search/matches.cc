#include "searchd/search/matches.h"

#include "searchd/search/document_filter.h"

namespace vankien {
namespace {

constexpr double kRounding = 1e-9;  // sums of the same weights in another order

class Collector : public Xapian::MatchSpy {
 public:
  Collector(const DocumentFilter& filter, double least, std::vector<Xapian::docid>& found)
      : filter_(filter), least_(least - kRounding), found_(found) {}

  void operator()(const Xapian::Document& document, double weight) override {
    const Xapian::docid id = document.get_docid();
    if (weight >= least_ && filter_.passes(id)) found_.push_back(id);
  }

 private:
  const DocumentFilter& filter_;
  const double least_;
  std::vector<Xapian::docid>& found_;
};

// Shard by shard, because Xapian tells a spy the id within the document's own database only.
Matches collect(const View& view, const Xapian::Query& matching, const Xapian::Weight& weights, double least,
                const Filter& filter) {
  Matches matches;
  matches.by_shard.resize(view.columns.size());
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    const Columns& columns = *view.columns[shard];
    if (columns.documents().empty()) continue;
    const DocumentFilter document_filter(filter, columns);
    auto& found = matches.by_shard[shard];
    if (matching.get_type() == Xapian::Query::LEAF_MATCH_ALL) {
      for (const Xapian::docid id : columns.documents())
        if (document_filter.passes(id)) found.push_back(id);
      continue;
    }
    Xapian::Enquire enquire(view.shards[shard]);
    enquire.set_query(matching);
    enquire.set_weighting_scheme(weights);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    Collector collector(document_filter, least, found);
    enquire.add_matchspy(&collector);
    enquire.get_mset(0, 1, static_cast<Xapian::doccount>(columns.documents().size()));
  }
  return matches;
}

}  // namespace

std::uint64_t Matches::total() const {
  std::uint64_t sum = 0;
  for (const auto& shard : by_shard) sum += shard.size();
  return sum;
}

Matches match_documents(const View& view, const Xapian::Query& matching, const Filter& filter) {
  return collect(view, matching, Xapian::BoolWeight(), 0, filter);
}

Matches match_most(const View& view, const Xapian::Query& matching, double least, const Filter& filter) {
  return collect(view, matching, Xapian::CoordWeight(), least, filter);
}

double best_sum(const View& view, const Xapian::Query& matching) {
  Xapian::Enquire enquire(view.database);
  enquire.set_query(matching);
  enquire.set_weighting_scheme(Xapian::CoordWeight());
  const auto best = enquire.get_mset(0, 1);
  return best.empty() ? 0 : best.begin().get_weight();
}

bool matches_any(const View& view, const Xapian::Query& matching) {
  Xapian::Enquire enquire(view.database);
  enquire.set_query(matching);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return !enquire.get_mset(0, 1).empty();
}

}  // namespace vankien
