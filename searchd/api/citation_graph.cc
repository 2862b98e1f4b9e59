#include <fmt/format.h>

#include "searchd/api/document_name_json.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {

using Json = nlohmann::ordered_json;

Reply citation_graph(const Request& request, const Service& service) {
  if (!request.query.empty())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Unknown parameter `{}`: none is expected", excerpt(request.query[0].name)));
  const std::string& id = request.segments.at(2);
  const auto graph = service.open()->find_citation_graph(request.caller.clearance, id);
  // The same answer as for the document itself.
  if (!graph) throw ApiError(Code::kDocumentNotFound, fmt::format("Document `{}` not found.", excerpt(id)));
  Json answer = {{"nodes", Json::array()}, {"edges", Json::array()}, {"leftOut", graph->left_out}};
  for (const auto& node : graph->nodes) {
    Json one = to_json(node.document);
    one["status"] = status_name(node.status);
    one["step"] = node.step;
    answer["nodes"].push_back(std::move(one));
  }
  for (const auto& edge : graph->edges)
    answer["edges"].push_back({{"from", edge.from}, {"to", edge.to}, {"kind", edge.kind}});
  answer["total"] = graph->nodes.size();
  return Reply::json(answer);
}

}  // namespace vankien::api
