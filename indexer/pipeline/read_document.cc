#include "indexer/pipeline/read_document.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include "analyzers/mapped_text.h"
#include "analyzers/schema/schema.h"
#include "indexer/extract/child.h"
#include "indexer/extract/legacy.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/session_field.h"
#include "indexer/pipeline/csv_rows.h"
#include "indexer/pipeline/exported_record.h"
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

// All the places where this content lies, in an order that does not depend on which of them was read.
std::vector<std::string> all_paths(const SourceFile& file) {
  std::vector<std::string> paths;
  if (file.copies.empty()) return paths;
  paths.push_back(file.path);
  for (const SourceCopy& copy : file.copies) paths.push_back(copy.path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

void check_id(const Record& record) {
  if (record.id.size() > kMostIdBytes)
    throw ExtractError("bad_field", fmt::format("field \"id\" has {} bytes, {} are allowed", record.id.size(),
                                                kMostIdBytes));
}

/// Stamps of secrecy stand on the first page. Where that is not readable the highest grade is the plausible one.
Warning doubt_grade(const OcrPages& pages, Record& record) {
  const bool failed = !pages.failed.empty() && pages.failed.front() == 1;
  const bool poor = !pages.poor.empty() && pages.poor.front() == 1;
  if (!failed && !poor) return {};
  record.grade = Grade::kTuyetMat;
  record.provenance["grade"] = failed ? "unread page" : "poor scan";
  return {"grade_unsure", "page 1", failed ? "not read, may bear a stamp" : "poorly read, may bear a stamp"};
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

ReadDocument read_file(const SourceFile& file, const std::filesystem::path& self, const ExtractLimits& limits,
                       OcrReader& ocr) {
  ExtractedText text = extract_in_child(self, file.file, limits);
  OcrPages pages = ocr.read(file.file, text);
  return make_document(std::move(text), std::move(pages), file);
}

ReadDocument make_document(ExtractedText text, OcrPages pages, const SourceFile& file) {
  Record record;
  const bool letter = is_letter(text);
  const LetterHead head = letter ? take_letter_head(text) : LetterHead{};
  take_all(read_metadata(text.pages), record);
  if (letter) apply_letter_head(head, record, text.pages);
  if (const Warning unsure = doubt_grade(pages, record); !unsure.code.empty())
    text.warnings.push_back(unsure);
  record.ocr_pages = std::move(pages.read);
  record.poor_pages = std::move(pages.poor);
  record.pages = std::move(text.pages);
  record.path = file.path;
  record.paths = all_paths(file);
  record.format = std::move(text.format);
  record.id = make_file_id(file.born.empty() ? file.path : file.born);
  if (!file.sidecar.empty()) apply_sidecar(file.sidecar, record);
  check_id(record);
  return {std::move(record), std::move(text.warnings), pages.retry};
}

ReadDocument read_json_line(const std::string& line, const SourceFile& file) {
  if (!is_valid_utf8(line)) throw ExtractError("bad_encoding", "the line is not UTF-8");
  const ordered_json fields = parse_object(line, "line");
  if (!fields.contains("id") || fields["id"].is_null())
    throw ExtractError("bad_field", "field \"id\" is missing");
  if (is_exported_record(fields)) return {read_exported_record(fields, file.path), {}};
  const auto body = fields.find("body");
  if (body != fields.end() && !body->is_null() && !body->is_string())
    throw ExtractError("bad_field", "field \"body\" is no string");
  ReadDocument document;
  Record& record = document.record;
  if (body != fields.end() && body->is_string()) {
    const std::string text = body->get<std::string>();
    ExtractedText body_text;
    body_text.pages = split_pages(text);
    decode_legacy(body_text);
    record.pages = std::move(body_text.pages);
    document.warnings = std::move(body_text.warnings);
    take_all(read_metadata(record.pages), record);
  }
  record.path = file.path;
  record.paths = all_paths(file);
  record.format = is_csv(file.file) ? "csv" : "jsonl";
  apply(fields, "record", record);
  if (record.session.empty()) take("session", session_of_title(record.title), record.session, record);
  if (record.id.empty()) throw ExtractError("bad_field", "field \"id\" is empty");
  check_id(record);
  return document;
}

}  // namespace vankien
