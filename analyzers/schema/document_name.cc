#include "analyzers/schema/document_name.h"

#include "analyzers/schema/record.h"

namespace vankien {

NamedDocument read_named_document(std::string_view stored) {
  const auto fields = nlohmann::json::parse(split_record(stored).fields);
  const auto text = [](const nlohmann::json& object, const char* name) {
    return object.value(name, std::string());
  };
  NamedDocument document;
  document.name = {text(fields, "id"),   text(fields, "symbol"), text(fields, "type"), text(fields, "title"),
                   text(fields, "date"), text(fields, "issuer"), text(fields, "term"), text(fields, "grade")};
  const auto relations = fields.find("relations");
  if (relations == fields.end()) return document;
  for (const auto& one : *relations)
    if (const auto kind = parse_relation(text(one, "kind")))
      document.relations.push_back(
          {*kind, text(one, "symbol"), text(one, "type"), text(one, "date"), text(one, "text")});
  return document;
}

}  // namespace vankien
