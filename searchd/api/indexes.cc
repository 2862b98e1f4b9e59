#include "searchd/api/endpoints.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

/// When the index was made is not kept: that, too, is told by the last change the caller may know of.
Json show(const Request& request, const Service& service) {
  const std::string updated = service.open()->statistics(request.caller.clearance).updated;
  const Json time = updated.empty() ? Json() : Json(updated);
  return {{"uid", service.uid}, {"createdAt", time}, {"updatedAt", time}, {"primaryKey", "id"}};
}

}  // namespace

Reply indexes(const Request& request, const Service& service) {
  return Reply::json(
      {{"results", Json::array({show(request, service)})}, {"offset", 0}, {"limit", 20}, {"total", 1}});
}

Reply index(const Request& request, const Service& service) {
  check_index(service, request.segments.at(1));
  return Reply::json(show(request, service));
}

}  // namespace vankien::api
