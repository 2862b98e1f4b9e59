#include "analyzers/schema/record.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "analyzers/mapped_text.h"
#include "analyzers/schema/json_text.h"
#include "analyzers/schema/packed_text.h"
#include "analyzers/schema/record_text.h"

namespace vankien {
namespace {

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

/// One JSON object, field after field. A document of names and values to be dumped, made for each record, took three times as long.
class Fields {
 public:
  void put(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    begin(name);
    append_json(text_, value);
  }
  void put(std::string_view name, const std::vector<std::string>& list) {
    if (list.empty()) return;
    begin(name);
    put_list(list, [&](const std::string& one) { append_json(text_, one); });
  }
  void put(std::string_view name, const std::vector<std::size_t>& numbers) {
    if (numbers.empty()) return;
    begin(name);
    put_list(numbers, [&](std::size_t number) { text_ += std::to_string(number); });
  }
  void put(std::string_view name, std::size_t number) {
    begin(name);
    text_ += std::to_string(number);
  }
  void put(std::string_view name, const std::map<std::string, std::string>& values) {
    begin(name);
    Fields inner;
    for (const auto& [key, value] : values) {
      inner.begin(key);
      append_json(inner.text_, value);
    }
    text_ += inner.take();
  }
  void put(std::string_view name, const std::vector<Relation>& relations) {
    if (relations.empty()) return;
    begin(name);
    put_list(relations, [&](const Relation& relation) {
      Fields inner;
      inner.put("kind", relation_name(relation.kind));
      inner.put("symbol", relation.symbol);
      inner.put("type", relation.type);
      inner.put("date", relation.date);
      inner.put("text", relation.text);
      text_ += inner.take();
    });
  }
  void put_json(std::string_view name, const nlohmann::ordered_json& value) {
    begin(name);
    text_ += dump_json(value);
  }
  bool has(std::string_view name) const {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
  }
  std::string take() {
    text_ += text_.empty() ? "{}" : "}";
    return std::move(text_);
  }

 private:
  void begin(std::string_view name) {
    names_.push_back(name);
    text_ += text_.empty() ? '{' : ',';
    append_json(text_, name);
    text_ += ':';
  }
  template <class List, class Put>
  void put_list(const List& list, Put put_one) {
    char before = '[';
    for (const auto& one : list) {
      text_ += std::exchange(before, ',');
      put_one(one);
    }
    text_ += ']';
  }

  std::string text_;
  std::vector<std::string_view> names_;  ///< the caller's
};

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
  Fields fields;
  fields.put("id", record.id);
  fields.put("symbol", record.symbol);
  fields.put("title", record.title);
  fields.put("type", record.type);
  fields.put("issuer", record.issuer);
  fields.put("level", record.level);
  fields.put("place", record.place);
  fields.put("date", record.date);
  fields.put("term", record.term);
  fields.put("session", record.session);
  fields.put("signer", record.signer);
  fields.put("position", record.position);
  fields.put("authority", record.authority);
  fields.put("urgency", record.urgency);
  fields.put("draft", record.draft);
  fields.put("recipients", record.recipients);
  fields.put("fields", record.fields);
  fields.put("relations", record.relations);
  fields.put("grade", grade_name(record.grade));
  fields.put("format", record.format);
  fields.put("path", record.path);
  if (record.paths.size() > 1) fields.put("paths", record.paths);  // one alone is told by `path`
  fields.put("parent", record.parent);
  fields.put("parent_id", record.parent_id);
  fields.put("pages", record.pages.size());
  fields.put("ocr_pages", record.ocr_pages);
  fields.put("poor_pages", record.poor_pages);
  for (const auto& [name, value] : record.extra.items())
    if (!fields.has(name) && name != "provenance" && name != "certainty") fields.put_json(name, value);
  fields.put("provenance", record.provenance);
  fields.put("certainty", record.certainty);
  return {fields.take(), std::move(body)};
}

std::string pack_record(const RecordText& text) { return join(pack(text.fields), pack(text.body)); }

std::string encode_record(const Record& record) {
  return pack_record(spell_record(record, join_pages(record.pages)));
}

std::string as_stored(const std::string& text) {
  if (is_valid_utf8(text)) return text;
  return nlohmann::json::parse(dump_json(text)).get<std::string>();
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
  return dump_json(fresh);
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
