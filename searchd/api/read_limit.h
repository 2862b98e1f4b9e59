#pragma once

#include <cstddef>

#include "searchd/api/request.h"

namespace vankien::api {

/// `limit` of an endpoint whose lists are short: 1 to `most`. Throws ApiError invalid_search_limit.
std::size_t read_limit(const Parameter& parameter, std::size_t most);

}  // namespace vankien::api
