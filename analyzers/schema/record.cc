#include "analyzers/schema/record.h"

#include <optional>
#include <stdexcept>
#include <utility>

#include "analyzers/mapped_text.h"
#include "analyzers/schema/packed_text.h"
#include "analyzers/schema/record_text.h"

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

constexpr unsigned kLengthBits = 7;
constexpr unsigned kMore = 1U << kLengthBits;

std::string join(std::string_view packed_fields, std::string_view packed_body) {
  std::string stored;
  std::size_t left = packed_fields.size();
  for (; left >= kMore; left >>= kLengthBits)
    stored.push_back(static_cast<char>((left & (kMore - 1)) | kMore));
  stored.push_back(static_cast<char>(left));
  return stored.append(packed_fields).append(packed_body);
}

struct PackedRecord {
  std::string_view fields, body;
};

PackedRecord part(std::string_view stored) {
  std::size_t length = 0;
  for (unsigned shift = 0; !stored.empty() && shift < 5 * kLengthBits; shift += kLengthBits) {
    const auto byte = static_cast<unsigned char>(stored.front());
    stored.remove_prefix(1);
    length |= std::size_t{byte & (kMore - 1)} << shift;
    if ((byte & kMore) != 0) continue;
    if (length > stored.size()) break;
    return {stored.substr(0, length), stored.substr(length)};
  }
  throw std::runtime_error("stored record is damaged: no length of fields");
}

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

RecordText spell_record(const Record& record, std::string body) {
  // One behind the other, without a look whether the name is there already.
  nlohmann::ordered_json::object_t fields;
  const auto put = [&](const char* name, const auto& value) {
    if (!value.empty()) fields.emplace_back(name, value);
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
  put("recipients", record.recipients);
  put("fields", record.fields);
  put("relations", to_json(record.relations));
  put("grade", grade_name(record.grade));
  put("format", record.format);
  put("path", record.path);
  if (record.paths.size() > 1) put("paths", record.paths);  // one alone is told by `path`
  put("parent", record.parent);
  put("parent_id", record.parent_id);
  fields.emplace_back("pages", record.pages.size());
  put("ocr_pages", record.ocr_pages);
  put("poor_pages", record.poor_pages);
  for (const auto& [name, value] : record.extra.items())
    if (fields.find(name) == fields.end()) fields.emplace_back(name, value);
  fields["provenance"] = record.provenance;
  fields["certainty"] = record.certainty;
  return {dump(std::move(fields)), std::move(body)};
}

std::string pack_record(const RecordText& text) { return join(pack(text.fields), pack(text.body)); }

std::string encode_record(const Record& record) {
  return pack_record(spell_record(record, join_pages(record.pages)));
}

std::string as_stored(const std::string& text) {
  if (is_valid_utf8(text)) return text;
  return nlohmann::json::parse(dump(text)).get<std::string>();
}

std::string replace_paths(std::string_view fields, const std::string& from, const std::string& to,
                          const std::vector<std::string>& paths) {
  const auto old = nlohmann::ordered_json::parse(fields);
  const std::string known = as_stored(from);
  // Of a document inside the file the path goes on.
  const auto moved = [&](const std::string& path) -> std::optional<std::string> {
    if (path != known && !path.starts_with(known + "/")) return std::nullopt;
    return to + path.substr(known.size());
  };
  const auto path = old.find("path");
  if (path == old.end() || !moved(path->get<std::string>())) return std::string(fields);
  const bool is_whole = *path == known;
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
  const PackedRecord packed = part(stored);
  return {unpack(packed.fields), unpack(packed.body)};
}

std::string stored_fields(std::string_view stored) { return unpack(part(stored).fields); }

std::string stored_body(std::string_view stored) { return unpack(part(stored).body); }

std::vector<Relation> stored_relations(const nlohmann::json& fields) {
  std::vector<Relation> all;
  const auto relations = fields.find("relations");
  if (relations == fields.end()) return all;
  for (const auto& one : *relations) {
    const auto text = [&](const char* name) { return one.value(name, std::string()); };
    if (const auto kind = parse_relation(text("kind")))
      all.push_back({*kind, text("symbol"), text("type"), text("date"), text("text")});
  }
  return all;
}

std::string with_fields(std::string_view stored, std::string_view fields) {
  return join(pack(fields), part(stored).body);
}

}  // namespace vankien
