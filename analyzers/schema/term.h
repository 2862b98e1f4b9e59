#pragma once

#include <string>
#include <string_view>

namespace vankien {

/// As make_term (schema.h), in place of `term`: for those who make many. Tells what stands there.
std::string_view make_term(std::string_view prefix, std::string_view text, std::string& term);

}  // namespace vankien
