#include <fmt/format.h>

#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/search_fields.h"
#include "searchd/api/search_params.h"

// GET …/search: each parameter is text; turned into the JSON of POST, so that both mean the same.

namespace vankien::api {
namespace {

using nlohmann::json;

[[noreturn]] void fail(const SearchField& field, const std::string& value, std::string_view expected) {
  throw ApiError(field.code, fmt::format("Invalid value in parameter `{}`: could not parse `{}` as {}",
                                         field.name, excerpt(value), expected));
}

json read_count(const SearchField& field, const std::string& value) {
  if (value.empty() || value.size() > 18 || value.find_first_not_of("0123456789") != std::string::npos)
    fail(field, value, "a positive integer");
  return json(static_cast<std::uint64_t>(std::stoull(value)));
}

json read_flag(const SearchField& field, const std::string& value) {
  if (value != "true" && value != "false") fail(field, value, "a boolean, expected either `true` or `false`");
  return json(value == "true");
}

json read_list(const std::string& value) {
  json list = json::array();
  for (std::size_t begin = 0; begin <= value.size() && !value.empty();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    std::size_t first = begin, last = end;
    while (first < last && value[first] == ' ') ++first;
    while (last > first && value[last - 1] == ' ') --last;
    list.push_back(value.substr(first, last - first));
    begin = end + 1;
  }
  return list;
}

/// JSON if it reads as an array of JSON, else an expression: type = "Nghị quyết" is not JSON.
json read_filter_parameter(const std::string& value) {
  if (value.find_first_not_of(' ') == std::string::npos || value[value.find_first_not_of(' ')] != '[')
    return value;
  Request request;
  request.content_type = "application/json";
  request.body = "{\"filter\":" + value + "}";
  try {
    return read_json_body(request)["filter"];
  } catch (const ApiError&) {
    return value;
  }
}

/// {"attribute": "date", "interval": "year"}, as in a body.
json read_object(const SearchField& field, const std::string& value) {
  Request request;
  request.content_type = "application/json";
  request.body = value;
  try {
    return read_json_body(request);
  } catch (const ApiError&) {
    fail(field, value, "a JSON object");
  }
}

json read_parameter(const SearchField& field, const std::string& value) {
  switch (field.kind) {
    case FieldKind::kCount:
      return read_count(field, value);
    case FieldKind::kBoolean:
      return read_flag(field, value);
    case FieldKind::kList:
      return read_list(value);
    case FieldKind::kFilter:
      return read_filter_parameter(value);
    case FieldKind::kObject:
      return read_object(field, value);
    case FieldKind::kString:
    case FieldKind::kStrategy:
    case FieldKind::kAny:
      break;
  }
  return value;
}

}  // namespace

SearchParams read_search_params(const std::vector<Parameter>& parameters) {
  json object = json::object();
  for (const Parameter& parameter : parameters) {
    const SearchField* field = find_field(search_parameters(), parameter.name);
    if (field == nullptr)
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected one of {}", excerpt(parameter.name),
                                 list_names(search_parameters())));
    if (field->support == Support::kNo && field->kind != FieldKind::kBoolean)
      throw ApiError(field->code, fmt::format("`{}` is not supported by this server.", field->name));
    object[parameter.name] = read_parameter(*field, parameter.value);
  }
  return read_search_params(object);
}

}  // namespace vankien::api
