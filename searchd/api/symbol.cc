#include <fmt/format.h>

#include "searchd/api/document_name_json.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {

using Json = nlohmann::ordered_json;

namespace {
constexpr std::size_t kMostBearers = 50;
}

Reply symbol(const Request& request, const Service& service) {
  if (!request.query.empty())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Unknown parameter `{}`: none is expected", excerpt(request.query[0].name)));
  const auto found =
      service.open()->find_bearers(request.caller.clearance, request.segments.at(2), kMostBearers);
  Json answer = {{"symbol", found.symbol.empty() ? Json() : Json(found.symbol)},
                 {"total", found.total},
                 {"limit", kMostBearers},
                 {"documents", Json::array()}};
  for (std::size_t i = 0; i < found.documents.size(); ++i) {
    Json one = to_json(found.documents[i]);
    one["status"] = status_name(found.statuses[i]);
    answer["documents"].push_back(std::move(one));
  }
  return Reply::json(answer);
}

}  // namespace vankien::api
