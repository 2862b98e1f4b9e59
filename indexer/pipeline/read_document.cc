#include "indexer/pipeline/read_document.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <fstream>
#include <optional>

#include "analyzers/mapped_text.h"
#include "analyzers/schema/schema.h"
#include "indexer/extract/child.h"
#include "indexer/extract/legacy.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/session_field.h"
#include "indexer/pipeline/csv_rows.h"
#include "indexer/pipeline/given_fields.h"
#include "indexer/pipeline/letter.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

void take(const char* name, const std::optional<Field>& field, std::string& target, Record& record) {
  if (!field || field->value.empty()) return;
  target = field->value;
  record.provenance[name] = field->from;
}

void take_all(const Metadata& metadata, Record& record) {
  take("symbol", metadata.symbol, record.symbol, record);
  take("type", metadata.type, record.type, record);
  take("issuer", metadata.issuer, record.issuer, record);
  take("level", metadata.level, record.level, record);
  take("date", metadata.date, record.date, record);
  take("title", metadata.title, record.title, record);
  take("term", metadata.term, record.term, record);
  take("session", metadata.session, record.session, record);
  record.grade = metadata.grade;
  record.provenance["grade"] = metadata.grade_from;
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

void apply(const ordered_json& fields, const std::string& from, Record& record) {
  try {
    apply_given_fields(fields, from, record);
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

void apply_sidecar(const std::filesystem::path& sidecar, Record& record) {
  std::ifstream in(sidecar, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  apply(parse_object(bytes, sidecar.filename().string()), "sidecar", record);
}

ReadDocument read_file(const SourceFile& file, const std::filesystem::path& self,
                       const ExtractLimits& limits) {
  return make_document(extract_in_child(self, file.file, limits), file);
}

ReadDocument make_document(ExtractedText text, const SourceFile& file) {
  Record record;
  const bool letter = is_letter(text);
  const LetterHead head = letter ? take_letter_head(text) : LetterHead{};
  take_all(read_metadata(text.pages), record);
  if (letter) apply_letter_head(head, record, text.pages);
  record.pages = std::move(text.pages);
  record.path = file.path;
  record.format = std::move(text.format);
  record.id = make_file_id(file.path);
  if (!file.sidecar.empty()) apply_sidecar(file.sidecar, record);
  check_id(record);
  return {std::move(record), std::move(text.warnings)};
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
    take_all(read_metadata(record.pages), record);
  }
  record.path = file.path;
  record.format = is_csv(file.file) ? "csv" : "jsonl";
  apply(fields, "record", record);
  if (record.session.empty()) take("session", session_of_title(record.title), record.session, record);
  if (record.id.empty()) throw ExtractError("bad_field", "field \"id\" is empty");
  check_id(record);
  return document;
}

}  // namespace vankien
