#pragma once

#include "searchd/search/order.h"

namespace vankien {

/// Where a walk by relevance has come to: behind that document, the `given`-th of the ranking.
Position ranked_position(const View& view, Xapian::docid document, std::uint64_t given, double weight);

/// How many of a ranking's `total` documents come up to a position and with it. In the generation the position is of, and in
/// others where nothing changed before it, that is Position::given. Else it goes on behind that document where it stands
/// now, and if it is gone behind the last one that weighs as much.
std::uint64_t rank_behind(const Xapian::Enquire& enquire, const View& view, const Position& position,
                          std::uint64_t total);

}  // namespace vankien
