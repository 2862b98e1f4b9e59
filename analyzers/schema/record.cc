#include "analyzers/schema/record.h"

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
  put("date", record.date);
  put("term", record.term);
  put("session", record.session);
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
  return dump(fields) + "\n" + join_pages(record.pages);
}

std::string replace_paths(std::string_view fields, const std::string& from, const std::string& to,
                          const std::vector<std::string>& paths) {
  const auto old = nlohmann::ordered_json::parse(fields);
  // Compared as they are stored.
  if (const auto path = old.find("path"); path == old.end() || path->dump() != dump(from))
    return std::string(fields);
  nlohmann::ordered_json fresh = nlohmann::ordered_json::object();
  for (const auto& [name, value] : old.items()) {
    if (name == "paths") continue;
    fresh[name] = value;
    if (name != "path") continue;
    fresh["path"] = to;
    put_paths(paths, fresh);
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
