#include "searchd/search/similar.h"

#include <fmt/format.h>

#include <cmath>

#include "searchd/api/document_name_json.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/read_limit.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kUsual = 10;
constexpr std::size_t kMost = 100;

std::size_t limit_of(const Request& request) {
  std::size_t limit = kUsual;
  for (const Parameter& parameter : request.query) {
    if (parameter.name != "limit")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected `limit`", excerpt(parameter.name)));
    limit = read_limit(parameter, kMost);
  }
  return limit;
}

// Unknown and above the clearance are the document's own answer.
[[noreturn]] void refuse(const std::string& id) {
  throw ApiError(Code::kDocumentNotFound, fmt::format("Document `{}` not found.", excerpt(id)));
}

}  // namespace

Reply similar(const Request& request, const Service& service) {
  const std::string& id = request.segments.at(2);
  const std::size_t limit = limit_of(request);
  const auto found = service.open()->find_similar(request.caller.clearance, id, limit);
  if (!found) refuse(id);
  Json answer = {{"documents", Json::array()}, {"limit", limit}};
  for (const SimilarDocument& one : *found) {
    Json json = to_json(one.name);
    json["score"] = std::round(one.score * 100) / 100;
    answer["documents"].push_back(std::move(json));
  }
  return Reply::json(answer);
}

Reply series(const Request& request, const Service& service) {
  const std::string& id = request.segments.at(2);
  const std::size_t limit = limit_of(request);
  const auto found = service.open()->find_series(request.caller.clearance, id, limit);
  if (!found) refuse(id);
  Json answer = {{"documents", Json::array()}, {"total", found->total}, {"limit", limit}};
  for (const DocumentName& name : found->documents) answer["documents"].push_back(to_json(name));
  return Reply::json(answer);
}

}  // namespace vankien::api
