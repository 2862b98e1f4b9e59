#include "searchd/api/handing_over.h"

#include <stdexcept>

#include "searchd/api/error.h"

namespace vankien::api {

void check_writer(const Request& request) {
  if (request.caller.may_write) return;
  if (request.caller.name.empty())
    throw ApiError(Code::kMissingAuthorizationHeader,
                   "The Authorization header is missing. It must use the bearer authorization method.");
  throw ApiError(Code::kInvalidApiKey, "The provided API key is invalid.");
}

Reply accept(const Request& request, const Service& service, Handover task, const std::string& lines) {
  if (!service.spool) throw std::logic_error("there is no spool");
  task.index = service.uid;
  service.spool->accept(task, request.caller.clearance, lines);
  const auto shown = show_enqueued(task);
  return Reply::json({{"taskUid", shown["uid"]},
                      {"indexUid", shown["indexUid"]},
                      {"status", shown["status"]},
                      {"type", shown["type"]},
                      {"enqueuedAt", shown["enqueuedAt"]}},
                     202);
}

}  // namespace vankien::api
