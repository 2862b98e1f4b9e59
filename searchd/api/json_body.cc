#include "searchd/api/json_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "searchd/api/error.h"

namespace vankien::api {
namespace {

constexpr int kMaxDepth = 16;
constexpr std::size_t kExcerptBytes = 200;

/// Refuses, while it is read, what the parser would let pass: deep nesting and keys given twice.
class Guard {
 public:
  bool operator()(int depth, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
    using Event = nlohmann::json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      if (depth >= kMaxDepth)
        throw ApiError(Code::kMalformedPayload,
                       fmt::format("The json payload is nested deeper than {} levels.", kMaxDepth));
      keys_.emplace_back();
    } else if (event == Event::object_end || event == Event::array_end) {
      keys_.pop_back();
    } else if (event == Event::key) {
      if (!keys_.back().insert(parsed.get<std::string>()).second)
        throw ApiError(Code::kMalformedPayload,
                       fmt::format("The json payload gives the field {} twice.", excerpt(parsed)));
    }
    return true;
  }

 private:
  std::vector<std::set<std::string>> keys_;
};

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
    Guard guard;
    return nlohmann::json::parse(request.body, std::ref(guard));
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
