#include "analyzers/schema/record.h"

#include <stdexcept>

namespace vankien {

namespace {

nlohmann::ordered_json to_json(const std::vector<Relation>& relations) {
  auto list = nlohmann::ordered_json::array();
  for (const Relation& relation : relations) {
    nlohmann::ordered_json one = {{"kind", relation_name(relation.kind)}};
    const auto put = [&](const char* name, const std::string& value) {
      if (!value.empty()) one[name] = value;
    };
    put("symbol", relation.symbol);
    put("type", relation.type);
    put("date", relation.date);
    put("text", relation.text);
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

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
  put("signer", record.signer);
  put("position", record.position);
  put("authority", record.authority);
  put("urgency", record.urgency);
  put("draft", record.draft);
  if (!record.recipients.empty()) fields["recipients"] = record.recipients;
  if (!record.fields.empty()) fields["fields"] = record.fields;
  if (!record.relations.empty()) fields["relations"] = to_json(record.relations);
  fields["grade"] = grade_name(record.grade);
  put("format", record.format);
  put("path", record.path);
  fields["pages"] = record.pages.size();
  for (const auto& [name, value] : record.extra.items())
    if (!fields.contains(name)) fields[name] = value;
  fields["provenance"] = record.provenance;
  fields["certainty"] = record.certainty;
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
