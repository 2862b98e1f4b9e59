#include "searchd/search/match/ranked_documents.h"

#include <algorithm>

#include "searchd/search/archive/order.h"

namespace vankien {

RankedDocuments::RankedDocuments(const View& view, Evaluation& evaluation, const Query& query,
                                 const Matches& matches, Evaluation::Scheme scheme)
    : view_(view) {
  all_.reserve(matches.total());
  for (std::size_t shard = 0; shard < matches.by_shard.size(); ++shard) {
    const auto& ids = matches.by_shard[shard];
    if (ids.empty()) continue;
    const auto weights = evaluation.weigh(shard, query, ids, scheme);
    for (std::size_t i = 0; i < ids.size(); ++i) all_.push_back({{shard, ids[i]}, weights[i]});
  }
}

double RankedDocuments::best() const {
  double best = 0;
  for (const RankedDocument& one : all_) best = std::max(best, one.weight);
  return best;
}

std::vector<RankedDocument> RankedDocuments::page(std::uint64_t offset, std::uint64_t limit) {
  const auto place = [&](std::uint64_t at) { return std::min<std::uint64_t>(at, all_.size()); };
  const std::uint64_t end = place(place(offset) + std::min<std::uint64_t>(limit, all_.size()));
  if (end > sorted_) {
    const Order order(view_, {});
    std::partial_sort(all_.begin() + static_cast<std::ptrdiff_t>(sorted_),
                      all_.begin() + static_cast<std::ptrdiff_t>(end), all_.end(),
                      [&](const RankedDocument& a, const RankedDocument& b) {
                        return a.weight != b.weight ? a.weight > b.weight : order(a.place, b.place);
                      });
    sorted_ = end;
  }
  return {all_.begin() + static_cast<std::ptrdiff_t>(place(offset)),
          all_.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace vankien
