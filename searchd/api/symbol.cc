#include <fmt/format.h>

#include "searchd/api/document_name_json.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/read_limit.h"

namespace vankien::api {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t kUsualBearers = 50;
constexpr std::size_t kMostBearers = 1000;

struct Part {
  std::size_t offset = 0;
  std::size_t limit = kUsualBearers;
};

Part read_part(const Request& request) {
  Part part;
  for (const Parameter& parameter : request.query) {
    if (parameter.name == "offset")
      part.offset = read_count(parameter, kFurthest);
    else if (parameter.name == "limit")
      part.limit = read_count(parameter, kMostBearers);
    else
      throw ApiError(
          Code::kBadRequest,
          fmt::format("Unknown parameter `{}`: expected one of `offset`, `limit`", excerpt(parameter.name)));
  }
  return part;
}

}  // namespace

Reply symbol(const Request& request, const Service& service) {
  const Part part = read_part(request);
  const auto found =
      service.open()->find_bearers(request.caller.clearance, request.segments.at(2), part.offset, part.limit);
  Json answer = {{"symbol", found.symbol.empty() ? Json() : Json(found.symbol)},
                 {"total", found.total},
                 {"offset", part.offset},
                 {"limit", part.limit},
                 {"documents", Json::array()}};
  for (std::size_t i = 0; i < found.documents.size(); ++i) {
    Json one = to_json(found.documents[i]);
    one["status"] = status_name(found.statuses[i]);
    answer["documents"].push_back(std::move(one));
  }
  return Reply::json(answer);
}

}  // namespace vankien::api
