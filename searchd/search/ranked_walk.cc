#include "searchd/search/ranked_walk.h"

#include "searchd/search/ranked_page.h"

namespace vankien {

Position ranked_position(const View& view, Xapian::docid document, std::uint64_t given, double weight) {
  const Place place = place_of(view, document);
  Position position;
  position.id = view.columns[place.shard]->ids()[place.id];
  position.shard = place.shard;
  position.given = given;
  position.weight = weight;
  return position;
}

std::uint64_t rank_behind(const Xapian::Enquire& enquire, const View& view, const Position& position,
                          std::uint64_t total) {
  const auto stands_at = [&](Xapian::docid document) {
    const Place place = place_of(view, document);
    return place.shard == position.shard && view.columns[place.shard]->ids()[place.id] == position.id;
  };
  if (position.given > 0 && position.given <= total) {
    const auto last = ranked_page(enquire, view, position.given - 1, 1, total).hits;
    if (!last.empty() && stands_at(*last.front()) && last.front().get_weight() == position.weight)
      return position.given;
  }
  std::uint64_t rank = 0, as_heavy = 0;
  for (const auto& item : ranked_page(enquire, view, 0, total, total).hits) {
    ++rank;
    if (stands_at(*item)) return rank;
    if (item.get_weight() >= position.weight) as_heavy = rank;
  }
  return as_heavy;
}

}  // namespace vankien
