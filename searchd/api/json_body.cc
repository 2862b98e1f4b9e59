#include "searchd/api/json_body.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/schema/json_guard.h"
#include "searchd/api/error.h"

namespace vankien::api {
namespace {

constexpr std::size_t kExcerptBytes = 200;

}  // namespace

std::string read_content_type(const Request& request, const std::vector<std::string>& accepted) {
  const std::string values =
      fmt::format("Accepted values for the Content-Type header are: `{}`", fmt::join(accepted, "`, `"));
  if (request.content_type.empty())
    throw ApiError(Code::kMissingContentType, "A Content-Type header is missing. " + values);
  std::string media = request.content_type.substr(0, request.content_type.find(';'));
  while (!media.empty() && (media.back() == ' ' || media.back() == '\t')) media.pop_back();
  for (char& c : media)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (std::find(accepted.begin(), accepted.end(), media) == accepted.end())
    throw ApiError(Code::kInvalidContentType,
                   fmt::format("The Content-Type `{}` is invalid. {}",
                               request.content_type.substr(0, kExcerptBytes), values));
  return media;
}

nlohmann::json read_json(const Request& request) {
  read_content_type(request, {"application/json"});
  if (request.body.find_first_not_of(" \t\r\n") == std::string::npos)
    throw ApiError(Code::kMissingPayload, "A json payload is missing.");
  try {
    JsonGuard<nlohmann::json> guard;
    return nlohmann::json::parse(request.body, std::ref(guard));
  } catch (const JsonRefused& refused) {
    throw ApiError(Code::kMalformedPayload, fmt::format("The json payload {}.", refused.what()));
  } catch (const nlohmann::json::parse_error& error) {
    throw ApiError(Code::kMalformedPayload,
                   fmt::format("The json payload provided is malformed, at byte {}.", error.byte));
  } catch (const nlohmann::json::exception&) {
    throw ApiError(Code::kMalformedPayload, "The json payload provided holds a number that is too large.");
  }
}

nlohmann::json read_json_body(const Request& request) {
  nlohmann::json body = read_json(request);
  if (!body.is_object())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Invalid value type: expected an object, but found {}: `{}`", kind_of(body),
                               excerpt(body)));
  return body;
}

std::string kind_of(const nlohmann::json& value) {
  if (value.is_null()) return "null";
  if (value.is_string()) return "a string";
  if (value.is_array()) return "an array";
  if (value.is_object()) return "an object";
  if (value.is_boolean()) return "a boolean";
  if (value.is_number_unsigned()) return "a positive integer";
  if (value.is_number_integer()) return "a negative integer";
  return "a number";
}

std::string excerpt(const nlohmann::json& value) {
  return excerpt(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string excerpt(const std::string& text) {
  if (text.size() <= kExcerptBytes) return text;
  std::size_t end = kExcerptBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace vankien::api
