#include "searchd/search/match/matches.h"

#include <algorithm>

#include "searchd/search/match/document_filter.h"

namespace vankien {
namespace {

constexpr double kRounding = 1e-9;  // sums of the same weights in another order

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

}  // namespace

std::uint64_t Matches::total() const {
  std::uint64_t sum = 0;
  for (const auto& shard : by_shard) sum += shard.size();
  return sum;
}

Matches match_documents(const View& view, Evaluation& evaluation, const Query& matching,
                        const SplitFilter& filter) {
  Matches matches = empty_matches(view, filter);
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    const Columns& columns = *view.columns[shard];
    if (columns.documents().empty()) continue;
    const MatchSet found = evaluation.match(shard, matching, view.postings[shard]->all());
    if (!filter.rest.narrows() && filter.aside.empty()) {
      matches.by_shard[shard] = found.ids();
      continue;
    }
    const Sieve sieve(filter, columns);
    found.for_each([&](Xapian::docid id) {
      if (const std::size_t failed = sieve.failed(id); failed != Sieve::kOut)
        list_of(matches, filter, shard, failed).push_back(id);
    });
  }
  return matches;
}

Matches match_most(const View& view, Evaluation& evaluation, const Query& matching, double share,
                   double whole, const SplitFilter& filter) {
  std::vector<std::vector<Xapian::docid>> ids(view.columns.size());
  std::vector<std::vector<double>> weights(view.columns.size());
  double best = 0;
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    if (view.columns[shard]->documents().empty()) continue;
    ids[shard] = evaluation.match(shard, matching, view.postings[shard]->all()).ids();
    weights[shard] = evaluation.weigh(shard, matching, ids[shard], Evaluation::Scheme::kOne);
    for (const double weight : weights[shard]) best = std::max(best, weight);
  }
  const double least = share * std::min(best, whole) - kRounding;
  Matches matches = empty_matches(view, filter);
  for (std::size_t shard = 0; shard < ids.size(); ++shard) {
    const Sieve sieve(filter, *view.columns[shard]);
    for (std::size_t i = 0; i < ids[shard].size(); ++i) {
      if (weights[shard][i] < least) continue;
      if (const std::size_t failed = sieve.failed(ids[shard][i]); failed != Sieve::kOut)
        list_of(matches, filter, shard, failed).push_back(ids[shard][i]);
    }
  }
  return matches;
}

bool matches_any(const View& view, Evaluation& evaluation, const Query& matching) {
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard)
    if (!evaluation.match(shard, matching, view.postings[shard]->all()).empty()) return true;
  return false;
}

}  // namespace vankien
