#pragma once

#include <nlohmann/json.hpp>

#include "searchd/search/archive/status.h"

namespace vankien::api {

/// {id, symbol, type, title, date, issuer, term, grade}; what is not known is left out.
nlohmann::ordered_json to_json(const DocumentName& name);

/// {value, by, newest}: by and newest are documents, left out where there is none.
nlohmann::ordered_json to_json(const DocumentStatus& status);

}  // namespace vankien::api
