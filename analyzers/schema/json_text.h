#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace vankien {

/// JSON as the index stores it: no blanks, letters as they are, and what is no UTF-8 is replaced (file names may hold any bytes).
std::string dump_json(const nlohmann::ordered_json& json);

/// Appends a string in quotes, as dump_json spells it.
void append_json(std::string& out, std::string_view text);

}  // namespace vankien
