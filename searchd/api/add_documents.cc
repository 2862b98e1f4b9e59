#include <fmt/format.h>

#include "searchd/api/documents_payload.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/handing_over.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

Reply add(const Request& request, const Service& service, HandoverMethod method) {
  check_writer(request);
  check_index(service, request.segments.at(1));
  Handover task;
  task.method = method;
  for (const Parameter& parameter : request.query) {
    if (parameter.name != "primaryKey")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected `primaryKey`", excerpt(parameter.name)));
    task.primary_key = parameter.value;  // another than "id" is the task's failure, as in the dialect
  }
  const DocumentsPayload payload = read_documents_payload(request);
  task.received = payload.count;
  return accept(request, service, std::move(task), payload.lines);
}

}  // namespace

Reply replace_documents(const Request& request, const Service& service) {
  return add(request, service, HandoverMethod::kReplace);
}

Reply merge_documents(const Request& request, const Service& service) {
  return add(request, service, HandoverMethod::kMerge);
}

}  // namespace vankien::api
