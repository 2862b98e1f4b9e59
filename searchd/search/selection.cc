#include "searchd/search/selection.h"

#include "searchd/search/finding.h"
#include "searchd/search/readable.h"
#include "searchd/search/snapshot.h"

namespace vankien {
namespace {

// The view goes back to the snapshot before that is let go.
struct Open {
  std::shared_ptr<const Snapshot> snapshot;
  Snapshot::Lease view;
  std::vector<Place> places;
  std::size_t at = 0;
};

}  // namespace

Selection select(std::shared_ptr<const Snapshot> snapshot, Clearance clearance, const SearchQuery& query) {
  return readable([&] {
    auto view = snapshot->view(clearance);
    std::vector<Place> places = find_all_in_order(*view, query);
    const auto open =
        std::make_shared<Open>(Open{std::move(snapshot), std::move(view), std::move(places), 0});
    const auto next = [open]() -> std::optional<std::string> {
      if (open->at == open->places.size()) return std::nullopt;
      const Place& place = open->places[open->at++];
      return readable([&] { return open->view->shards[place.shard].get_document(place.id).get_data(); });
    };
    return Selection{open->places.size(), next};
  });
}

}  // namespace vankien
