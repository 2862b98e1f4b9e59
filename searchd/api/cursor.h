#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "searchd/search/query/search_query.h"

namespace vankien::api {

/// What a cursor is bound to: the fields of a search that decide what is found, and in which order.
std::string cursor_bond(const nlohmann::json& fields);

/// A position as opaque text, letters fit for a URL. It tells no more than the last hit shown did.
std::string encode_cursor(const Position& position, const std::string& bond);

/// Throws ApiError invalid_search_cursor: damaged, or of another query, filter or order. The sum in it guards against
/// mistakes, not against malice: a cursor made by hand leads to another place of the list, and nowhere else.
Position decode_cursor(const std::string& cursor, const std::string& bond);

}  // namespace vankien::api
