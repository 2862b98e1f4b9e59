#pragma once

#include "searchd/search/archive/order.h"
#include "searchd/search/match/ranked_documents.h"

namespace vankien {

/// Where a walk by relevance has come to: behind that document, the `given`-th of the ranking.
Position ranked_position(const View& view, const RankedDocument& document, std::uint64_t given);

/// How many of a ranking's documents come up to a position and with it. In the generation the position is of, and in
/// others where nothing changed before it, that is Position::given. Else it goes on behind that document where it stands
/// now, and if it is gone behind the last one that weighs as much.
std::uint64_t rank_behind(RankedDocuments& ranked, const View& view, const Position& position);

}  // namespace vankien
