#include "analyzers/schema/document_name.h"

#include "analyzers/schema/record.h"

namespace vankien {

NamedDocument read_named_document(std::string_view stored) {
  const auto fields = nlohmann::json::parse(stored_fields(stored));
  const auto text = [&](const char* name) { return fields.value(name, std::string()); };
  return {{text("id"), text("symbol"), text("type"), text("title"), text("date"), text("issuer"),
           text("term"), text("grade")},
          stored_relations(fields)};
}

}  // namespace vankien
