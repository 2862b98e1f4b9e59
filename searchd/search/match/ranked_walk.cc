#include "searchd/search/match/ranked_walk.h"

namespace vankien {

Position ranked_position(const View& view, const RankedDocument& document, std::uint64_t given) {
  Position position;
  position.id = view.columns[document.place.shard]->ids()[document.place.id];
  position.shard = document.place.shard;
  position.given = given;
  position.weight = document.weight;
  return position;
}

std::uint64_t rank_behind(RankedDocuments& ranked, const View& view, const Position& position) {
  const auto stands_at = [&](const Place& place) {
    return place.shard == position.shard && view.columns[place.shard]->ids()[place.id] == position.id;
  };
  if (position.given > 0 && position.given <= ranked.size()) {
    const auto last = ranked.page(position.given - 1, 1);
    if (stands_at(last.front().place) && last.front().weight == position.weight) return position.given;
  }
  std::uint64_t rank = 0, as_heavy = 0;
  for (const RankedDocument& one : ranked.page(0, ranked.size())) {
    ++rank;
    if (stands_at(one.place)) return rank;
    if (one.weight >= position.weight) as_heavy = rank;
  }
  return as_heavy;
}

}  // namespace vankien
