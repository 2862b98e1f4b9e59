#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "searchd/search/snapshot.h"

namespace vankien {

/// Part of a ranking.
struct RankedPage {
  Xapian::MSet found;                      ///< from the best one on, what it was taken from
  std::vector<Xapian::MSetIterator> hits;  ///< in order
};

/// The hits [offset, offset + limit) of a ranking of `total`: by weight, of equal weights the newest first, then by id.
/// Xapian itself puts the one first that was written first, which depends on what else was being indexed beside it.
RankedPage ranked_page(const Xapian::Enquire& enquire, const View& view, std::uint64_t offset,
                       std::uint64_t limit, std::uint64_t total);

}  // namespace vankien
