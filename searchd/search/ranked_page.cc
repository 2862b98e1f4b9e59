#include "searchd/search/ranked_page.h"

#include <algorithm>

#include "searchd/search/order.h"
#include "searchd/search/place.h"

namespace vankien {
namespace {

constexpr std::uint64_t kTies =
    16;  ///< hits taken beyond a page's end at first, to see whether it parts equal ones

Xapian::MSet with_all_ties(const Xapian::Enquire& enquire, std::uint64_t end, std::uint64_t total) {
  for (std::uint64_t size = end + kTies;; size *= 2) {
    auto found = enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(size, total)));
    if (found.size() < size ||
        found[static_cast<Xapian::doccount>(end - 1)].get_weight() != found.back().get_weight())
      return found;
  }
}

}  // namespace

RankedPage ranked_page(const Xapian::Enquire& enquire, const View& view, std::uint64_t offset,
                       std::uint64_t limit, std::uint64_t total) {
  RankedPage page;
  const std::uint64_t end = std::min(offset + limit, total);
  if (offset >= end) return page;
  page.found = with_all_ties(enquire, end, total);
  const Order order(view, {});
  for (auto item = page.found.begin(); item != page.found.end(); ++item) page.hits.push_back(item);
  std::stable_sort(page.hits.begin(), page.hits.end(), [&](const auto& a, const auto& b) {
    const double left = a.get_weight(), right = b.get_weight();
    return left != right ? left > right : order(place_of(view, *a), place_of(view, *b));
  });
  page.hits.resize(std::min<std::size_t>(page.hits.size(), end));
  page.hits.erase(page.hits.begin(), page.hits.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(
                                                             offset, page.hits.size())));
  return page;
}

}  // namespace vankien
