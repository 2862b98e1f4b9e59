#include <fmt/format.h>

#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const DocumentName& name) {
  Json json = {{"id", name.id}};
  const auto put = [&](const char* field, const std::string& value) {
    if (!value.empty()) json[field] = value;
  };
  put("symbol", name.symbol);
  put("type", name.type);
  put("title", name.title);
  put("date", name.date);
  return json;
}

Json to_json(const Link& link) {
  Json json = {{"kind", relation_name(link.relation.kind)}};
  const auto put = [&](const char* field, const std::string& value) {
    if (!value.empty()) json[field] = value;
  };
  put("symbol", link.relation.symbol);
  put("type", link.relation.type);
  put("date", link.relation.date);
  put("text", link.relation.text);
  json["documents"] = Json::array();
  for (const DocumentName& name : link.documents) json["documents"].push_back(to_json(name));
  return json;
}

}  // namespace

Reply relations(const Request& request, const Service& service) {
  check_index(service, request.segments.at(1));
  const std::string& id = request.segments.at(3);
  if (!request.query.empty())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Unknown parameter `{}`: none is expected", excerpt(request.query[0].name)));
  const auto found = service.open()->find_relations(request.caller.clearance, id);
  // The same answer as for the document itself.
  if (!found) throw ApiError(Code::kDocumentNotFound, fmt::format("Document `{}` not found.", excerpt(id)));
  Json answer = {
      {"relations", Json::array()}, {"citedBy", Json::array()}, {"citedByTotal", found->cited_by_total}};
  for (const Link& link : found->relations) answer["relations"].push_back(to_json(link));
  for (const BackLink& link : found->cited_by) {
    Json one = {{"kind", relation_name(link.kind)}};
    one.update(to_json(link.document));
    answer["citedBy"].push_back(std::move(one));
  }
  return Reply::json(answer);
}

}  // namespace vankien::api
