#include "searchd/search/ranked_walk.h"

namespace vankien {

// Xapian numbers the documents of databases opened together in turn.
Place place_of(const View& view, Xapian::docid document) {
  const auto shards = static_cast<Xapian::docid>(view.shards.size());
  return {(document - 1) % shards, (document - 1) / shards + 1};
}

Position ranked_position(const View& view, Xapian::docid document, std::uint64_t given, double weight) {
  const Place place = place_of(view, document);
  Position position;
  position.id = view.columns[place.shard]->ids()[place.id];
  position.shard = place.shard;
  position.given = given;
  position.weight = weight;
  return position;
}

std::uint64_t rank_behind(Xapian::Enquire& enquire, const View& view, const Position& position,
                          std::uint64_t total) {
  const auto stands_at = [&](Xapian::docid document) {
    const Place place = place_of(view, document);
    return place.shard == position.shard && view.columns[place.shard]->ids()[place.id] == position.id;
  };
  if (position.given > 0 && position.given <= total) {
    const auto last = enquire.get_mset(static_cast<Xapian::doccount>(position.given - 1), 1);
    if (!last.empty() && stands_at(*last.begin()) && last.begin().get_weight() == position.weight)
      return position.given;
  }
  const auto all = enquire.get_mset(0, static_cast<Xapian::doccount>(total));
  std::uint64_t rank = 0, as_heavy = 0;
  for (auto item = all.begin(); item != all.end(); ++item) {
    ++rank;
    if (stands_at(*item)) return rank;
    if (item.get_weight() >= position.weight) as_heavy = rank;
  }
  return as_heavy;
}

}  // namespace vankien
