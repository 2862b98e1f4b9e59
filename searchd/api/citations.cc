#include <fmt/format.h>

#include "searchd/api/document_name_json.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/read_limit.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostCitations = 100;  // items of one group in an answer

std::string read_group(const std::string& value) {
  std::string names;
  for (const auto& [own, back] : kCitationGroups) {
    if (value == own || value == back) return value;
    names += fmt::format("{}`{}`, `{}`", names.empty() ? "" : ", ", own, back);
  }
  throw ApiError(Code::kBadRequest,
                 fmt::format("Unknown group `{}`: expected one of {}", excerpt(value), names));
}

CitationWindow read_window(const Request& request) {
  CitationWindow window;
  for (const Parameter& parameter : request.query) {
    if (parameter.name == "group")
      window.group = read_group(parameter.value);
    else if (parameter.name == "offset")
      window.offset = read_count(parameter, kFurthest);
    else if (parameter.name == "limit")
      window.limit = read_count(parameter, kMostCitations);
    else
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected one of `group`, `offset`, `limit`",
                                 excerpt(parameter.name)));
  }
  return window;
}

Json to_json(const CitationItem& item) {
  Json json = {{"kind", item.kind}};
  const auto put = [&](const char* field, const std::string& value) {
    if (!value.empty()) json[field] = value;
  };
  put("symbol", item.symbol);
  put("type", item.type);
  put("date", item.date);
  put("text", item.text);
  json["resolved"] = item.document ? api::to_json(*item.document) : Json();
  for (const DocumentName& name : item.candidates) json["candidates"].push_back(api::to_json(name));
  return json;
}

}  // namespace

Reply citations(const Request& request, const Service& service) {
  const std::string& id = request.segments.at(2);
  const CitationWindow window = read_window(request);
  const auto found = service.open()->find_citations(request.caller.clearance, id, window);
  // The same answer as for the document itself.
  if (!found) throw ApiError(Code::kDocumentNotFound, fmt::format("Document `{}` not found.", excerpt(id)));
  Json answer = {{"document", api::to_json(found->document)}, {"status", api::to_json(found->status)}};
  if (!found->evidence.empty()) answer["status"]["text"] = found->evidence;
  Json& groups = answer["groups"] = Json::object();
  for (const CitationGroup& group : found->groups) {
    Json& one = groups[std::string(group.name)] = {{"total", group.total}, {"items", Json::array()}};
    for (const CitationItem& item : group.items) one["items"].push_back(to_json(item));
  }
  answer["offset"] = window.offset;
  answer["limit"] = window.limit;
  if (!found->all_read) answer["readAtMost"] = kMostRead;
  return Reply::json(answer);
}

}  // namespace vankien::api
