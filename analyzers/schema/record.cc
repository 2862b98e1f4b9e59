#include "analyzers/schema/record.h"

#include <stdexcept>

namespace vankien {

std::string join_pages(const std::vector<std::string>& pages) {
  std::string body;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0) body.push_back('\f');
    body += pages[i];
  }
  return body;
}

std::string encode_record(const Record& record) {
  nlohmann::ordered_json fields;
  const auto put = [&](const char* name, const std::string& value) {
    if (!value.empty()) fields[name] = value;
  };
  put("id", record.id);
  put("symbol", record.symbol);
  put("title", record.title);
  put("type", record.type);
  put("issuer", record.issuer);
  put("level", record.level);
  put("date", record.date);
  put("term", record.term);
  put("session", record.session);
  fields["grade"] = grade_name(record.grade);
  put("format", record.format);
  put("path", record.path);
  put("parent", record.parent);
  put("parent_id", record.parent_id);
  fields["pages"] = record.pages.size();
  for (const auto& [name, value] : record.extra.items())
    if (!fields.contains(name)) fields[name] = value;
  fields["provenance"] = record.provenance;
  // The extra fields of a source may hold any bytes; what is no UTF-8 is replaced rather than losing the
  // document.
  return fields.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n" +
         join_pages(record.pages);
}

StoredRecord split_record(std::string_view stored) {
  const auto line_end = stored.find('\n');
  if (line_end == std::string_view::npos || stored.empty() || stored.front() != '{')
    throw std::runtime_error("stored record is damaged: no line of fields");
  return {stored.substr(0, line_end), stored.substr(line_end + 1)};
}

}  // namespace vankien
