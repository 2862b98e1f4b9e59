#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/archive/place.h"
#include "searchd/search/archive/position.h"

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
    // A view spells each value one way (searchd/search/archive/respelling.h), and the next one may spell it another.
    bool is_value_of(std::size_t key, const Column& values, std::uint32_t ordinal) const;

    const Order& order_;
    Position position_;
    std::vector<std::string> order_keys_;
    std::vector<std::string> folded_;  ///< empty for numbers, lists and absent values
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

}  // namespace vankien
