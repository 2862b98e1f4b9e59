#include "searchd/search/match/selection.h"

#include "searchd/search/archive/readable.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/match/finding.h"

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
      return readable([&] { return stored_at(*open->view, place); });
    };
    return Selection{open->places.size(), next};
  });
}

}  // namespace vankien
