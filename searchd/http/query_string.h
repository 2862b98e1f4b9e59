#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/api/request.h"

namespace vankien::http {

/// The decoded parts of a request target.
struct Target {
  std::vector<std::string> segments;  ///< "/" → none, "/indexes/vanban" → {"indexes", "vanban"}
  std::vector<api::Parameter> query;  ///< in order, names unique
};

/// Reads "/indexes/vanban/search?q=a%3Db&limit=5". A value goes up to the next '&', '=' included; '+' is a
/// space in the query only. Throws ApiError bad_request for: '%' without two hex digits, NUL or other control
/// characters, what is not UTF-8 when decoded, a parameter given twice, an empty, "." or ".." segment.
Target read_target(std::string_view target);

/// Decodes %XX. Nothing if an escape is not whole.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);

}  // namespace vankien::http
