#include "searchd/search/match/finding.h"

#include "searchd/search/archive/order.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/match/query_matches.h"
#include "searchd/search/match/ranked_documents.h"
#include "searchd/search/match/sorted_page.h"

namespace vankien {

Matches find_all(const View& view, const SearchQuery& query) {
  ReadQuery read = read_query(view, query);
  Evaluation evaluation(view);
  return find_matches(view, evaluation, query, read).matches;
}

std::vector<Place> find_all_in_order(const View& view, const SearchQuery& query) {
  ReadQuery read = read_query(view, query);
  Evaluation evaluation(view);
  const QueryMatches found = find_matches(view, evaluation, query, read);
  const std::uint64_t total = found.matches.total();
  if (!query.sort.empty() || read.parsed.only_filters() || total == 0)
    return sorted_page(view, found.matches, query.sort, 0, total);
  std::vector<Place> places;
  RankedDocuments ranked(view, evaluation, found.ranked, found.matches);
  for (const RankedDocument& one : ranked.page(0, total)) places.push_back(one.place);
  return places;
}

}  // namespace vankien
