#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searchd/api/request.h"

namespace vankien::api {

/// The JSON object of a request's body. Throws ApiError for another content type, no body, malformed JSON
/// (invalid UTF-8 and numbers too large to hold included), a key given twice, nesting deeper than 16 levels,
/// or no object.
nlohmann::json read_json_body(const Request& request);
/// The same for JSON of any kind.
nlohmann::json read_json(const Request& request);

/// What is before the parameters of a Content-Type, in small letters; "application/json; charset=utf-8" →
/// "application/json". Throws ApiError if none is sent, or none of the accepted.
std::string read_content_type(const Request& request, const std::vector<std::string>& accepted);

/// "a string", "an array", "a positive integer" …, as messages name a value's type.
std::string kind_of(const nlohmann::json& value);

/// The value as JSON, shortened for a message.
std::string excerpt(const nlohmann::json& value);
/// The text itself, shortened for a message.
std::string excerpt(const std::string& text);

}  // namespace vankien::api
