#include "searchd/api/search_answer.h"

#include <array>

#include "searchd/api/cursor.h"
#include "searchd/api/hit.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

void add_window(Json& answer, const SearchParams& params, std::uint64_t total,
                const std::optional<Position>& next) {
  if (params.query.walks) {
    answer["limit"] = params.query.limit;
    answer["estimatedTotalHits"] = total;
    answer["nextCursor"] = next ? Json(encode_cursor(*next, params.cursor_bond)) : Json();
    return;
  }
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

void add_facets(Json& answer, const SearchParams& params, const std::map<Attribute, FacetCounts>& facets) {
  Json distribution = Json::object(), stats = Json::object();
  for (const auto& [attribute, counts] : facets) {
    // Who says place for today's is answered in the same words.
    const bool today = attribute == Attribute::kPlaceToday && params.todays_places;
    const std::string name(info(today ? Attribute::kPlace : attribute).name);
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

// Each range as it was asked for, with its count.
void add_ranges(Json& answer, const SearchParams& params, const SearchResult& result) {
  Json ranges = Json::object();
  for (const auto& [attribute, list] : params.query.ranges) {
    Json& counts = ranges[std::string(info(attribute).name)] = Json::array();
    for (std::size_t i = 0; i < list.size(); ++i) {
      Json one = Json::object();
      if (!list[i].from.empty()) one["from"] = list[i].from;
      if (!list[i].to.empty()) one["to"] = list[i].to;
      one["count"] = result.ranges.at(attribute).at(i);
      counts.push_back(std::move(one));
    }
  }
  if (!ranges.empty()) answer["facetRanges"] = std::move(ranges);
}

void add_histogram(Json& answer, const SearchParams& params, const SearchResult& result) {
  if (!result.histogram) return;
  static constexpr std::array kIntervals = {"month", "year", "decade"};
  Json buckets = Json::array();
  for (const auto& [from, to, count] : result.histogram->buckets)
    buckets.push_back({{"from", from}, {"to", to}, {"count", count}});
  answer["histogram"] = {{"attribute", "date"},
                         {"interval", kIntervals.at(static_cast<std::size_t>(*params.query.histogram))},
                         {"buckets", std::move(buckets)},
                         {"absent", result.histogram->absent},
                         {"gapsFilled", result.histogram->gaps_filled}};
}

// What the letters of the query do not say; left out where there is nothing to tell.
void add_understood(Json& answer, const std::vector<Understanding>& understood) {
  if (understood.empty()) return;
  Json& list = answer["understood"] = Json::array();
  for (const Understanding& one : understood) {
    list.push_back({{"how", name_of(one.how)}, {"typed", one.typed}, {"as", one.as}});
    if (!one.counts.empty()) list.back()["counts"] = one.counts;
    if (!one.missing.empty()) list.back()["missing"] = one.missing;
  }
}

}  // namespace

Json render_answer(const SearchResult& result, const SearchParams& params, std::chrono::milliseconds taken) {
  Json answer = Json::object();
  Json& hits = answer["hits"] = Json::array();
  const Matcher matcher(result.terms);
  for (const Hit& hit : result.hits) hits.push_back(render_hit(hit, matcher, params));
  answer["query"] = params.query.q;
  answer["processingTimeMs"] = taken.count();
  add_window(answer, params, result.total, result.next);
  if (params.wants_facets) add_facets(answer, params, result.facets);
  add_ranges(answer, params, result);
  add_histogram(answer, params, result);
  add_understood(answer, result.understood);
  if (result.did_you_mean)
    answer["didYouMean"] = {{"text", result.did_you_mean->text}, {"total", result.did_you_mean->total}};
  if (!result.suggestion.empty()) answer["suggestion"] = result.suggestion;
  return answer;
}

}  // namespace vankien::api
