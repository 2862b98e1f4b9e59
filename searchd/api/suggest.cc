#include "searchd/search/suggest/suggest.h"

#include <fmt/format.h>

#include "analyzers/mapped_text.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/read_limit.h"
#include "searchd/api/stopwatch.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kUsual = 8;
constexpr std::size_t kMost = 50;
constexpr std::size_t kMostLetters = 500;  // the search box takes no more

Json to_json(const Suggestion& one) {
  Json json = {{"kind", name_of(one.kind)}, {"text", one.text}};
  Json& marked = json["marked"] = Json::array();
  for (const Span& span : one.marked)
    marked.push_back({{"start", span.begin}, {"length", span.end - span.begin}});
  const auto put = [&](const char* field, const std::string& value) {
    if (!value.empty()) json[field] = value;
  };
  put("id", one.id);
  put("symbol", one.symbol);
  put("title", one.title);
  put("date", one.date);
  if (one.count > 0) json["count"] = one.count;
  return json;
}

}  // namespace

Reply suggest(const Request& request, const Service& service) {
  const Stopwatch stopwatch;
  std::string q;
  std::size_t limit = kUsual;
  for (const Parameter& parameter : request.query) {
    if (parameter.name == "q")
      q = parameter.value;
    else if (parameter.name == "limit")
      limit = read_limit(parameter, kMost);
    else
      throw ApiError(Code::kBadRequest, fmt::format("Unknown parameter `{}`: expected one of `q`, `limit`",
                                                    excerpt(parameter.name)));
  }
  if (const std::size_t letters = decode_utf8(q).chars.size(); letters > kMostLetters)
    throw ApiError(Code::kInvalidSearchQ, fmt::format("Invalid value for `q`: {} characters, {} are allowed",
                                                      letters, kMostLetters));
  Json answer = {{"suggestions", Json::array()}};
  for (const Suggestion& one : service.open()->suggest(request.caller.clearance, q, limit))
    answer["suggestions"].push_back(to_json(one));
  answer["query"] = q;
  answer["limit"] = limit;
  answer["processingTimeMs"] = stopwatch.elapsed().count();
  return Reply::json(answer);
}

}  // namespace vankien::api
