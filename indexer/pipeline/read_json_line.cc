#include <optional>

#include "analyzers/mapped_text.h"
#include "indexer/extract/legacy.h"
#include "indexer/metadata/session_field.h"
#include "indexer/pipeline/document_fields.h"
#include "indexer/records/csv_rows.h"
#include "indexer/records/exported_record.h"
#include "indexer/records/given_fields.h"
#include "indexer/records/line_body.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

// An exported record is on the work list still, until somebody takes the doubts out of it.
ReadDocument read_exported(const ordered_json& fields, const SourceFile& file) {
  ReadDocument document{read_exported_record(fields, file.path), {}, false};
  const auto doubts = document.record.extra.find(kGradeDoubts);
  if (doubts == document.record.extra.end()) return document;
  for (const auto& doubt : *doubts) {
    if (!doubt.is_string()) throw ExtractError("bad_field", "field \"grade_doubts\" is no list of sentences");
    document.warnings.push_back({kGradeUnsure, "", doubt.get<std::string>()});
  }
  return document;
}

// The fields of a line, and its body apart: "" in the fields.
ordered_json parse_line(const std::string& line, std::string& body) {
  if (auto parted = part_body(line)) {
    try {
      ordered_json fields = parse_object(parted->rest, "line");
      body = std::move(parted->body);
      return fields;
    } catch (const ExtractError&) {  // the whole line says where it is wrong
    }
  }
  ordered_json fields = parse_object(line, "line");  // whose error tells the byte
  if (const auto given = fields.find("body"); given != fields.end() && given->is_string()) {
    body = std::move(given->get_ref<std::string&>());
    *given = "";
  }
  return fields;
}

// A register written by hand has days that never were; its other columns are none the worse for it.
void set_wrong_date_aside(ordered_json& fields, ReadDocument& document) {
  const auto date = fields.find("date");
  if (date == fields.end() || !date->is_string() || *date == "") return;
  try {
    check_date(date->get<std::string>());
  } catch (const std::runtime_error& error) {
    document.warnings.push_back({"bad_date", "", error.what()});
    const std::string given = *date;
    fields.erase(date);
    fields["source_date"] = given;
  }
}

}  // namespace

ReadDocument read_json_line(const std::string& line, const SourceFile& file) {
  if (!is_valid_utf8(line)) throw ExtractError("bad_encoding", "the line is not UTF-8");
  std::string given_body;
  ordered_json fields = parse_line(line, given_body);
  if (!fields.contains("id") || fields["id"].is_null())
    throw ExtractError("bad_field", "field \"id\" is missing");
  if (is_exported_record(fields)) {
    if (!given_body.empty()) fields["body"] = std::move(given_body);
    return read_exported(fields, file);
  }
  const auto body = fields.find("body");
  if (body != fields.end() && !body->is_null() && !body->is_string())
    throw ExtractError("bad_field", "field \"body\" is no string");
  ReadDocument document;
  Record& record = document.record;
  if (body != fields.end() && body->is_string()) {
    ExtractedText body_text;
    body_text.pages = split_pages(given_body);
    decode_legacy(body_text);
    record.pages = std::move(body_text.pages);
    document.warnings = std::move(body_text.warnings);
    take_metadata(read_metadata(record.pages), document);
  }
  record.path = file.path;
  record.paths = all_paths(file);
  record.format = is_csv(file.file) ? "csv" : "jsonl";
  if (is_csv(file.file)) set_wrong_date_aside(fields, document);
  apply_given(fields, "record", document);
  if (record.session.empty()) take_field("session", session_of_title(record.title), record.session, record);
  finish(document);
  return document;
}

}  // namespace vankien
