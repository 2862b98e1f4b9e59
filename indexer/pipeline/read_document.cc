#include "indexer/pipeline/read_document.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <fstream>
#include <optional>

#include "analyzers/mapped_text.h"
#include "analyzers/schema/schema.h"
#include "indexer/extract/child.h"
#include "indexer/extract/legacy.h"
#include "indexer/metadata/certainty.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/session_field.h"
#include "indexer/metadata/work_fields.h"
#include "indexer/pipeline/given_fields.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

constexpr const char* kGradeUnsure = "grade_unsure";  // the work list of `failures --grades`

void take(const char* name, std::optional<Field> field, std::string& target, Record& record) {
  if (!field || field->value.empty()) return;
  target = std::move(field->value);
  record.provenance[name] = std::move(field->from);
}

template <typename List>
void take_list(const char* name, const char* from, List list, List& target, Record& record) {
  if (list.empty()) return;
  target = std::move(list);
  record.provenance[name] = from;
}

// Lists are sure as far as their places are: the basis and the recipients have one, the field is a guess.
void take_all(Metadata metadata, ReadDocument& document) {
  Record& record = document.record;
  take("symbol", std::move(metadata.symbol), record.symbol, record);
  take("type", std::move(metadata.type), record.type, record);
  take("issuer", std::move(metadata.issuer), record.issuer, record);
  take("level", std::move(metadata.level), record.level, record);
  take("date", std::move(metadata.date), record.date, record);
  take("title", std::move(metadata.title), record.title, record);
  take("term", std::move(metadata.term), record.term, record);
  take("session", std::move(metadata.session), record.session, record);
  take("signer", std::move(metadata.signer), record.signer, record);
  take("position", std::move(metadata.position), record.position, record);
  take("authority", std::move(metadata.authority), record.authority, record);
  take("urgency", std::move(metadata.urgency), record.urgency, record);
  take("draft", std::move(metadata.draft), record.draft, record);
  take_list("recipients", "signature", std::move(metadata.recipients), record.recipients, record);
  take_list("relations", "text", std::move(metadata.relations), record.relations, record);
  record.grade = metadata.grade;
  record.provenance["grade"] = metadata.grade_from;
  for (GradeDoubt& doubt : metadata.grade_doubts)
    document.warnings.push_back({kGradeUnsure, std::move(doubt.place), std::move(doubt.reason)});
}

// What issuer and title tell, given or read, unless somebody gave the fields of work themselves.
void read_fields_of(Record& record) {
  const auto from = record.provenance.find("fields");
  if (from != record.provenance.end() && from->second != "title") return;
  record.fields = read_work_fields(record.issuer, record.title);
  if (!record.fields.empty()) record.provenance["fields"] = "title";
}

// Of all fields, whoever gave them.
void tell_certainty(ReadDocument& document) {
  Record& record = document.record;
  for (const auto& [field, from] : record.provenance)
    record.certainty[field] = std::string(certainty_of(field, from));
  for (const Warning& warning : document.warnings)
    if (warning.code == kGradeUnsure) record.certainty["grade"] = "unsure";
}

ordered_json parse_object(const std::string& text, const std::string& what) {
  ordered_json json;
  try {
    json = ordered_json::parse(text);
  } catch (const ordered_json::exception& error) {
    throw ExtractError("bad_json", fmt::format("{}: {}", what, error.what()));
  }
  if (!json.is_object()) throw ExtractError("bad_json", what + ": is no JSON object");
  return json;
}

void apply(const ordered_json& fields, const std::string& from, ReadDocument& document) {
  try {
    if (const std::string doubt = apply_given_fields(fields, from, document.record); !doubt.empty())
      document.warnings.push_back({kGradeUnsure, "", doubt});
  } catch (const std::runtime_error& error) {
    throw ExtractError("bad_field", error.what());
  }
}

void check_id(const Record& record) {
  if (record.id.size() > kMostIdBytes)
    throw ExtractError("bad_field", fmt::format("field \"id\" has {} bytes, {} are allowed", record.id.size(),
                                                kMostIdBytes));
}

}  // namespace

std::string make_file_id(const std::string& path) {
  const XXH128_hash_t hash = XXH3_128bits(path.data(), path.size());
  return fmt::format("f-{:016x}{:016x}", hash.high64, hash.low64);
}

ReadDocument read_file(const SourceFile& file, const std::filesystem::path& self,
                       const ExtractLimits& limits) {
  ExtractedText text = extract_in_child(self, file.file, limits);
  ReadDocument document{{}, std::move(text.warnings)};
  Record& record = document.record;
  take_all(read_metadata(text.pages), document);
  record.pages = std::move(text.pages);
  record.path = file.path;
  record.format = std::move(text.format);
  record.id = make_file_id(file.path);
  if (!file.sidecar.empty()) {
    std::ifstream in(file.sidecar, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    apply(parse_object(bytes, file.sidecar.filename().string()), "sidecar", document);
  }
  check_id(record);
  read_fields_of(record);
  tell_certainty(document);
  return document;
}

ReadDocument read_json_line(const std::string& line, const SourceFile& file) {
  if (!is_valid_utf8(line)) throw ExtractError("bad_encoding", "the line is not UTF-8");
  const ordered_json fields = parse_object(line, "line");
  if (!fields.contains("id") || fields["id"].is_null())
    throw ExtractError("bad_field", "field \"id\" is missing");
  const auto body = fields.find("body");
  if (body != fields.end() && !body->is_null() && !body->is_string())
    throw ExtractError("bad_field", "field \"body\" is no string");
  ReadDocument document;
  Record& record = document.record;
  if (body != fields.end() && body->is_string()) {
    const std::string text = body->get<std::string>();
    ExtractedText body_text;
    for (std::size_t begin = 0;;) {
      const auto feed = text.find('\f', begin);
      body_text.pages.push_back(text.substr(begin, feed - begin));
      if (feed == std::string::npos) break;
      begin = feed + 1;
    }
    decode_legacy(body_text);
    record.pages = std::move(body_text.pages);
    document.warnings = std::move(body_text.warnings);
    take_all(read_metadata(record.pages), document);
  }
  record.path = file.path;
  record.format = "jsonl";
  apply(fields, "record", document);
  if (record.session.empty()) take("session", session_of_title(record.title), record.session, record);
  if (record.id.empty()) throw ExtractError("bad_field", "field \"id\" is empty");
  check_id(record);
  read_fields_of(record);
  tell_certainty(document);
  return document;
}

}  // namespace vankien
