#include "analyzers/schema/record.h"

#include <optional>
#include <stdexcept>

namespace vankien {
namespace {

// File names and extra fields may hold any bytes; what is no UTF-8 is replaced rather than losing the document.
std::string dump(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// One path alone is told by `path`.
void put_paths(const std::vector<std::string>& paths, nlohmann::ordered_json& fields) {
  if (paths.size() > 1) fields["paths"] = paths;
}

}  // namespace

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

std::string_view scan_quality(const Record& record) {
  if (!record.poor_pages.empty()) return "bản quét kém";
  return record.ocr_pages.empty() ? "văn bản số" : "bản quét";
}

std::string join_pages(const std::vector<std::string>& pages) {
  std::string body;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0) body.push_back('\f');
    body += pages[i];
  }
  return body;
}

std::vector<std::string> split_pages(std::string_view body) {
  std::vector<std::string> pages;
  for (std::size_t begin = 0;;) {
    const auto feed = body.find('\f', begin);
    pages.emplace_back(body.substr(begin, feed - begin));
    if (feed == std::string_view::npos) return pages;
    begin = feed + 1;
  }
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
  put("place", record.place);
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
  put_paths(record.paths, fields);
  put("parent", record.parent);
  put("parent_id", record.parent_id);
  fields["pages"] = record.pages.size();
  if (!record.ocr_pages.empty()) fields["ocr_pages"] = record.ocr_pages;
  if (!record.poor_pages.empty()) fields["poor_pages"] = record.poor_pages;
  for (const auto& [name, value] : record.extra.items())
    if (!fields.contains(name)) fields[name] = value;
  fields["provenance"] = record.provenance;
  fields["certainty"] = record.certainty;
  return dump(fields) + "\n" + join_pages(record.pages);
}

std::string replace_paths(std::string_view fields, const std::string& from, const std::string& to,
                          const std::vector<std::string>& paths) {
  const auto old = nlohmann::ordered_json::parse(fields);
  const auto as_stored = nlohmann::json::parse(dump(from)).get<std::string>();
  // Of a document inside the file the path goes on.
  const auto moved = [&](const std::string& path) -> std::optional<std::string> {
    if (path != as_stored && !path.starts_with(as_stored + "/")) return std::nullopt;
    return to + path.substr(as_stored.size());
  };
  const auto path = old.find("path");
  if (path == old.end() || !moved(path->get<std::string>())) return std::string(fields);
  const bool is_whole = *path == as_stored;
  nlohmann::ordered_json fresh = nlohmann::ordered_json::object();
  for (const auto& [name, value] : old.items()) {
    if (name == "paths" && is_whole) continue;
    fresh[name] = value;
    if (name != "path" && name != "parent") continue;
    if (const auto now = moved(value.get<std::string>())) fresh[name] = *now;
    if (name == "path" && is_whole) put_paths(paths, fresh);
  }
  return dump(fresh);
}

StoredRecord split_record(std::string_view stored) {
  const auto line_end = stored.find('\n');
  if (line_end == std::string_view::npos || stored.empty() || stored.front() != '{')
    throw std::runtime_error("stored record is damaged: no line of fields");
  return {stored.substr(0, line_end), stored.substr(line_end + 1)};
}

}  // namespace vankien
