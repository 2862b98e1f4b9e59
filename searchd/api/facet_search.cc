#include <fmt/format.h>

#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/search_params.h"
#include "searchd/api/stopwatch.h"

namespace vankien::api {
namespace {

constexpr std::size_t kMaxFacetHits = 100;

std::string read_text(const nlohmann::json& body, const char* name, Code code) {
  const auto value = body.find(name);
  if (value == body.end() || value->is_null()) return "";
  if (!value->is_string())
    throw ApiError(code, fmt::format("Invalid value type at `.{}`: expected a string, but found {}: `{}`",
                                     name, kind_of(*value), excerpt(*value)));
  return value->get<std::string>();
}

Attribute read_facet_name(const nlohmann::json& body) {
  if (!body.contains("facetName"))
    throw ApiError(Code::kMissingFacetSearchFacetName, "Missing field `facetName`");
  const std::string name = read_text(body, "facetName", Code::kInvalidFacetSearchFacetName);
  if (const auto attribute = parse_attribute(name)) return *attribute;
  std::string names;
  for (const AttributeInfo& attribute : kAttributes)
    names.append(names.empty() ? "" : ", ").append(attribute.name);
  throw ApiError(
      Code::kInvalidFacetSearchFacetName,
      fmt::format(
          "Attribute `{}` is not facet-searchable. Available facet-searchable attributes patterns are: "
          "`{}`.",
          excerpt(name), names));
}

}  // namespace

Reply facet_search(const Request& request, const Service& service) {
  const Stopwatch stopwatch;
  check_index(service, request.segments.at(1));
  const nlohmann::json body = read_json_body(request);
  Attribute facet = read_facet_name(body);
  const std::string facet_query = read_text(body, "facetQuery", Code::kInvalidFacetSearchFacetQuery);
  const SearchParams params = read_facet_search_params(body);
  if (params.todays_places && facet == Attribute::kPlace) facet = Attribute::kPlaceToday;
  nlohmann::ordered_json hits = nlohmann::ordered_json::array();
  for (const FacetValue& value :
       service.open()->search_facet_values(request.caller.clearance, params.query, facet, facet_query)) {
    if (hits.size() == kMaxFacetHits) break;
    hits.push_back({{"value", value.value}, {"count", value.count}});
  }
  const bool asked = body.contains("facetQuery") && !body["facetQuery"].is_null();
  return Reply::json({{"facetHits", std::move(hits)},
                      {"facetQuery", asked ? nlohmann::ordered_json(facet_query) : nlohmann::ordered_json()},
                      {"processingTimeMs", stopwatch.elapsed().count()}});
}

}  // namespace vankien::api
