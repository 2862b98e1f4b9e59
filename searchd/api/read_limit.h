#pragma once

#include <cstddef>

#include "searchd/api/request.h"

namespace vankien::api {

/// `limit` of an endpoint whose lists are short: 1 to `most`. Throws ApiError invalid_search_limit.
std::size_t read_limit(const Parameter& parameter, std::size_t most);

/// A number of an endpoint that shows a part of a list: 0 to `most`. Throws ApiError bad_request.
std::size_t read_count(const Parameter& parameter, std::size_t most);

/// The largest `offset` of such a list.
inline constexpr std::size_t kFurthest = 1'000'000;

}  // namespace vankien::api
