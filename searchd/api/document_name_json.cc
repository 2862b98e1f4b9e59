#include "searchd/api/document_name_json.h"

namespace vankien::api {

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
  put("issuer", name.issuer);
  put("term", name.term);
  put("grade", name.grade);
  return json;
}

Json to_json(const DocumentStatus& status) {
  Json json = {{"value", status_name(status.status)}};
  if (status.by) json["by"] = to_json(*status.by);
  if (status.newest) json["newest"] = to_json(*status.newest);
  return json;
}

}  // namespace vankien::api
