#include <fmt/format.h>

#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/hit.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

std::vector<std::string> read_fields(const Request& request) {
  std::vector<std::string> fields = {"*"};
  for (const Parameter& parameter : request.query) {
    if (parameter.name == "fields") {
      fields.clear();
      for (std::size_t begin = 0; begin <= parameter.value.size();) {
        const std::size_t end = std::min(parameter.value.find(',', begin), parameter.value.size());
        fields.push_back(parameter.value.substr(begin, end - begin));
        begin = end + 1;
      }
    } else if (parameter.name == "retrieveVectors") {
      if (parameter.value != "false")
        throw ApiError(Code::kInvalidDocumentRetrieveVectors,
                       "`retrieveVectors` is not supported by this server.");
    } else {
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected one of `fields`, `retrieveVectors`",
                                 excerpt(parameter.name)));
    }
  }
  return fields;
}

}  // namespace

Reply document(const Request& request, const Service& service) {
  check_index(service, request.segments.at(1));
  const std::string& id = request.segments.at(3);
  const std::vector<std::string> fields = read_fields(request);
  const auto stored = service.open()->find_document(request.caller.clearance, id);
  // One answer for "unknown" and "above the clearance": whether a secret document exists is a secret too.
  if (!stored) throw ApiError(Code::kDocumentNotFound, fmt::format("Document `{}` not found.", excerpt(id)));
  return Reply::json(select_fields(*stored, fields));
}

}  // namespace vankien::api
