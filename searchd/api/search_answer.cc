#include "searchd/api/search_answer.h"

#include "searchd/api/hit.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

void add_window(Json& answer, const SearchParams& params, std::uint64_t total) {
  if (!params.paging) {
    answer["limit"] = params.query.limit;
    answer["offset"] = params.query.offset;
    answer["estimatedTotalHits"] = total;
    return;
  }
  const std::size_t size = params.paging->hits_per_page;
  answer["hitsPerPage"] = size;
  answer["page"] = params.paging->page;
  answer["totalPages"] = size == 0 ? 0 : (total + size - 1) / size;
  answer["totalHits"] = total;
}

void add_facets(Json& answer, const std::map<Attribute, FacetCounts>& facets) {
  Json distribution = Json::object(), stats = Json::object();
  for (const auto& [attribute, counts] : facets) {
    const std::string name(info(attribute).name);
    Json& values = distribution[name] = Json::object();
    for (const FacetValue& value : counts.values) {
      if (values.size() == kMaxValuesPerFacet) break;
      values[value.value] = value.count;
    }
    if (counts.min && counts.max) stats[name] = {{"min", *counts.min}, {"max", *counts.max}};
  }
  answer["facetDistribution"] = std::move(distribution);
  answer["facetStats"] = std::move(stats);
}

// What the letters of the query do not say; left out where there is nothing to tell.
void add_understood(Json& answer, const std::vector<Understanding>& understood) {
  if (understood.empty()) return;
  Json& list = answer["understood"] = Json::array();
  for (const Understanding& one : understood)
    list.push_back({{"how", name_of(one.how)}, {"typed", one.typed}, {"as", one.as}});
}

}  // namespace

Json render_answer(const SearchResult& result, const SearchParams& params, std::chrono::milliseconds taken) {
  Json answer = Json::object();
  Json& hits = answer["hits"] = Json::array();
  for (const Hit& hit : result.hits) hits.push_back(render_hit(hit, result.terms, params));
  answer["query"] = params.query.q;
  answer["processingTimeMs"] = taken.count();
  add_window(answer, params, result.total);
  if (params.wants_facets) add_facets(answer, result.facets);
  add_understood(answer, result.understood);
  if (result.did_you_mean)
    answer["didYouMean"] = {{"text", result.did_you_mean->text}, {"total", result.did_you_mean->total}};
  if (!result.suggestion.empty()) answer["suggestion"] = result.suggestion;
  return answer;
}

}  // namespace vankien::api
