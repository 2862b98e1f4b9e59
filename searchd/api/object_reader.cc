#include "searchd/api/object_reader.h"

#include <fmt/format.h>

#include <limits>

#include "searchd/api/json_body.h"
#include "searchd/api/search_params.h"

namespace vankien::api {
namespace {

using nlohmann::json;

[[noreturn]] void fail_type(const SearchField& field, const std::string& location, std::string_view expected,
                            const json& found) {
  throw ApiError(field.code, fmt::format("Invalid value type at `{}`: expected {}, but found {}: `{}`",
                                         location, expected, kind_of(found), excerpt(found)));
}

}  // namespace

ObjectReader::ObjectReader(const json& object, std::span<const SearchField> fields, std::string location)
    : object_(object), location_(std::move(location)) {
  for (const auto& [name, value] : object_.items()) {
    const SearchField* field = find_field(fields, name);
    if (field == nullptr)
      throw ApiError(
          Code::kBadRequest,
          fmt::format("Unknown field `{}`{}: expected one of {}", excerpt(name),
                      location_.empty() ? "" : fmt::format(" inside `{}`", location_), list_names(fields)));
    check(*field, value);
  }
}

const json* ObjectReader::find(const char* name) const {
  const auto value = object_.find(name);
  return value == object_.end() || value->is_null() ? nullptr : &*value;
}

std::string ObjectReader::text(const char* name, const std::string& otherwise) const {
  const json* value = find(name);
  return value == nullptr ? otherwise : value->get<std::string>();
}

std::size_t ObjectReader::count(const char* name, std::size_t otherwise) const {
  const json* value = find(name);
  return value == nullptr ? otherwise : value->get<std::size_t>();
}

bool ObjectReader::flag(const char* name) const { return find(name) != nullptr && find(name)->get<bool>(); }

std::vector<std::string> ObjectReader::list(const char* name,
                                            const std::vector<std::string>& otherwise) const {
  const json* value = find(name);
  return value == nullptr ? otherwise : value->get<std::vector<std::string>>();
}

void ObjectReader::fail(Code code, const std::string& message) const {
  throw ApiError(code, location_.empty() ? message : fmt::format("Inside `{}`: {}", location_, message));
}

void ObjectReader::check(const SearchField& field, const json& value) const {
  if (value.is_null()) return;
  const auto expect = [&](bool right, std::string_view kind) {
    if (!right) fail_type(field, fmt::format("{}.{}", location_, field.name), kind, value);
  };
  if (field.kind == FieldKind::kObject) expect(value.is_object(), "an object");
  if (field.kind == FieldKind::kString) expect(value.is_string(), "a string");
  if (field.kind == FieldKind::kBoolean) expect(value.is_boolean(), "a boolean");
  if (field.kind == FieldKind::kCount) {
    expect(value.is_number_unsigned(), "a positive integer");
    // A window so far out is refused below; here only sums are kept from wrapping.
    if (value.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max())
      fail(field.code,
           fmt::format("Invalid value at `{}.{}`: {} is too large, the last hit that can be reached is {}",
                       location_, field.name, value.dump(), kMaxReach));
  }
  if (field.kind == FieldKind::kList) {
    expect(value.is_array(), "an array");
    for (std::size_t i = 0; i < value.size(); ++i)
      if (!value[i].is_string())
        fail_type(field, fmt::format("{}.{}[{}]", location_, field.name, i), "a string", value[i]);
  }
  if (field.kind == FieldKind::kStrategy) {
    expect(value.is_string(), "a string");
    const auto& name = value.get_ref<const std::string&>();
    if (name != "last" && name != "all" && name != "frequency")
      throw ApiError(field.code,
                     fmt::format("Unknown value `{}` at `{}.{}`: expected one of `last`, `all`, `frequency`",
                                 excerpt(name), location_, field.name));
  }
  if (field.support == Support::kNo && value != json(false))
    fail(field.code, fmt::format("`{}` is not supported by this server.", field.name));
}

}  // namespace vankien::api
