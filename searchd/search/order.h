#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/matches.h"
#include "searchd/search/place.h"
#include "searchd/search/search_query.h"

namespace vankien {

/// The order of a list: by its keys, documents without the attribute last either way; ties the newest first, then by id,
/// then (one id in several grades) the most secret first. It depends on the documents alone, so that two generations
/// order alike what is in both.
///   const Order order(view, {{Attribute::kType, false}});
///   std::sort(places.begin(), places.end(), order);
class Order {
 public:
  /// The view must outlive it.
  Order(const View& view, std::vector<SortKey> keys);

  bool operator()(const Place& a, const Place& b) const;

  /// Where a document stands, in words that hold in another generation too.
  Position position_of(const Place& place) const;

  /// Whether documents come behind a position. Of a position of another order, what lacks is absent.
  class Behind {
   public:
    Behind(const Order& order, Position position);
    bool operator()(const Place& place) const;

   private:
    const Order& order_;
    Position position_;
    std::vector<std::string> order_keys_;
  };

 private:
  const Column& column(std::size_t shard, std::size_t key) const {
    return (*view_.columns[shard])[keys_[key].attribute];
  }
  std::string_view id_of(const Place& place) const { return view_.columns[place.shard]->ids()[place.id]; }

  const View& view_;
  std::vector<SortKey> keys_;  ///< the date among them
};

/// Puts places in the order of a list without keys.
void sort_newest_first(const View& view, std::vector<Place>& places);

/// The documents [offset, offset + limit) of the matches in the order of the keys, of those behind `after` if it is
/// given.
std::vector<Place> sorted_page(const View& view, const Matches& matches, const std::vector<SortKey>& keys,
                               std::size_t offset, std::size_t limit, const Position* after = nullptr);

}  // namespace vankien
