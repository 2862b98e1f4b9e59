#include "searchd/api/read_limit.h"

#include <fmt/format.h>

#include <charconv>

#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {

std::size_t read_limit(const Parameter& parameter, std::size_t most) {
  const std::string& text = parameter.value;
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size() || limit < 1 || limit > most)
    throw ApiError(
        Code::kInvalidSearchLimit,
        fmt::format("Invalid value `{}` for `limit`: expected a number from 1 to {}", excerpt(text), most));
  return limit;
}

std::size_t read_count(const Parameter& parameter, std::size_t most) {
  const std::string& text = parameter.value;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > most)
    throw ApiError(Code::kBadRequest,
                   fmt::format("Invalid `{}`: expected a number from 0 to {}, but found `{}`", parameter.name,
                               most, excerpt(text)));
  return number;
}

}  // namespace vankien::api
