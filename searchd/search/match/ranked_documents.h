#pragma once

#include <cstdint>
#include <vector>

#include "searchd/search/archive/place.h"
#include "searchd/search/match/evaluation.h"
#include "searchd/search/match/matches.h"

namespace vankien {

struct RankedDocument {
  Place place;
  double weight = 0;
};

/// The matches of a query with the weight of each, to be looked at page by page: by weight, of equal weights the newest
/// first, then by id, whatever the order in which documents were written.
class RankedDocuments {
 public:
  /// The view must outlive it. `query` must hold for all matches.
  RankedDocuments(const View& view, Evaluation& evaluation, const Query& query, const Matches& matches,
                  Evaluation::Scheme scheme = Evaluation::Scheme::kBm25);

  std::size_t size() const { return all_.size(); }
  double best() const;  ///< the greatest weight; 0 if there is none
  /// The documents [offset, offset + limit), fewer at the end.
  std::vector<RankedDocument> page(std::uint64_t offset, std::uint64_t limit);

 private:
  const View& view_;
  std::vector<RankedDocument> all_;
  std::size_t sorted_ = 0;  ///< so many stand at the front in order
};

}  // namespace vankien
