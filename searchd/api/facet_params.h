#pragma once

#include <nlohmann/json.hpp>

#include "searchd/search/query/search_query.h"

namespace vankien::api {

/// Ranges of one request; each is counted over all values of its attribute.
inline constexpr std::size_t kMaxRanges = 100;

// These throw ApiError, as search_params.h.

/// {"pages": [{"to": 1}, {"from": 2, "to": 5}], "date": [{"from": "2024-01", "to": "2024-06"}]}
FacetRanges read_facet_ranges(const nlohmann::json& object);

/// {"attribute": "date", "interval": "month"}
DateInterval read_histogram(const nlohmann::json& object);

/// Names the attributes of `disjunctiveFacets`, and sees that the filter's conditions on them can be set aside.
std::vector<Attribute> read_disjunctive(const std::vector<std::string>& names, const Filter& filter);

/// What the query says of places it then says of today's: `place` becomes `place.today` in filter, facets and order.
void use_todays_places(SearchQuery& query);

/// "date, issuer, …", for messages.
std::string attribute_names(std::string_view separator);

}  // namespace vankien::api
