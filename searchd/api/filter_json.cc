#include "searchd/api/filter_json.h"

#include <fmt/format.h>

#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

using nlohmann::json;

std::size_t count_conditions(const Filter& filter) {
  std::size_t conditions = filter.kind == Filter::Kind::kCondition ? 1 : 0;
  for (const Filter& child : filter.children) conditions += count_conditions(child);
  return conditions;
}

Filter read_expression(const json& value) {
  try {
    return parse_filter(value.get_ref<const std::string&>());
  } catch (const FilterError& error) {
    throw ApiError(Code::kInvalidSearchFilter,
                   fmt::format("Invalid filter at byte {}: {}.", error.position(), error.what()));
  }
}

[[noreturn]] void fail_filter(std::string_view expected, const json& found) {
  throw ApiError(Code::kInvalidSearchFilter,
                 fmt::format("Invalid syntax for the filter parameter: `expected {}, found: {}`.", expected,
                             excerpt(found)));
}

Filter read_alternatives(const json& array) {
  Filter any{.kind = Filter::Kind::kAny, .children = {}, .condition = {}};
  for (const json& value : array) {
    if (!value.is_string()) fail_filter("String", value);
    any.children.push_back(read_expression(value));
  }
  return any;
}

}  // namespace

Filter read_filter(const json& value) {
  Filter filter;
  if (value.is_string()) {
    filter = read_expression(value);
  } else if (value.is_array()) {
    for (const json& part : value) {
      if (part.is_string())
        filter.children.push_back(read_expression(part));
      else if (!part.is_array())
        fail_filter("String, [String]", part);
      else if (!part.empty())  // the dialect lets an empty list of alternatives pass
        filter.children.push_back(read_alternatives(part));
    }
  } else {
    fail_filter("String, Array", value);
  }
  if (const std::size_t conditions = count_conditions(filter); conditions > kMaxConditions)
    throw ApiError(
        Code::kInvalidSearchFilter,
        fmt::format("The filter has {} conditions, at most {} are allowed.", conditions, kMaxConditions));
  return filter;
}

}  // namespace vankien::api
