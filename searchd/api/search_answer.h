#pragma once

#include <chrono>
#include <nlohmann/json.hpp>

#include "searchd/api/search_params.h"
#include "searchd/search/searcher.h"

namespace vankien::api {

/// Values of one facet in an answer, the most frequent ones; facet-search finds the others.
inline constexpr std::size_t kMaxValuesPerFacet = 1'000;

/// The body of a search answer.
nlohmann::ordered_json render_answer(const SearchResult& result, const SearchParams& params,
                                     std::chrono::milliseconds taken);

}  // namespace vankien::api
