#pragma once

#include <nlohmann/json.hpp>

#include "searchd/search/query/filter.h"

namespace vankien::api {

/// Conditions of one filter; each is asked of every document.
inline constexpr std::size_t kMaxConditions = 1'000;

/// A filter as it stands in JSON: a string, or an array of strings (AND) and of arrays of strings (OR).
///   [["type = \"Nghị quyết\"", "year > 2020"], "level = tỉnh"]
/// Throws ApiError with the place of what makes no sense.
Filter read_filter(const nlohmann::json& value);

}  // namespace vankien::api
