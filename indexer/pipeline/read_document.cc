#include "indexer/pipeline/read_document.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <optional>

#include "analyzers/mapped_text.h"
#include "analyzers/schema/document_id.h"
#include "analyzers/schema/json_guard.h"
#include "analyzers/schema/schema.h"
#include "indexer/extract/child.h"
#include "indexer/extract/legacy.h"
#include "indexer/metadata/certainty.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/place_field.h"
#include "indexer/metadata/session_field.h"
#include "indexer/metadata/work_fields.h"
#include "indexer/records/csv_rows.h"
#include "indexer/records/exported_record.h"
#include "indexer/records/given_fields.h"
#include "indexer/records/letter.h"
#include "indexer/records/line_body.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

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

void tell_doubts(std::vector<GradeDoubt> doubts, ReadDocument& document) {
  for (GradeDoubt& doubt : doubts)
    document.warnings.push_back({kGradeUnsure, std::move(doubt.place), std::move(doubt.reason)});
}

// Lists are sure as far as their places are: the basis and the recipients have one, the field is a guess.
void take_all(Metadata metadata, ReadDocument& document) {
  Record& record = document.record;
  take("symbol", std::move(metadata.symbol), record.symbol, record);
  take("type", std::move(metadata.type), record.type, record);
  take("issuer", std::move(metadata.issuer), record.issuer, record);
  take("level", std::move(metadata.level), record.level, record);
  take("place", std::move(metadata.place), record.place, record);
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
  record.provenance["grade"] = metadata.grade_doubts.empty() ? metadata.grade_from : "doubtful stamp";
  tell_doubts(std::move(metadata.grade_doubts), document);
}

// What issuer and title tell, given or read, unless somebody gave the fields of work themselves.
void read_fields_of(Record& record) {
  const auto from = record.provenance.find("fields");
  if (from != record.provenance.end() && from->second != "title") return;
  record.fields = read_work_fields(record.issuer, record.title);
  if (!record.fields.empty()) record.provenance["fields"] = "title";
}

// A given issuer names the place where the text has no letterhead to read it from.
void read_place_of(Record& record) {
  if (record.place.empty()) take("place", place_of_issuer(record.issuer, record.level), record.place, record);
}

// Of all fields, whoever gave them. OCR reads a number that a hand wrote as another, and is none the wiser.
void tell_certainty(ReadDocument& document) {
  Record& record = document.record;
  const bool head_is_picture = !record.ocr_pages.empty() && record.ocr_pages.front() == 1;
  for (const auto& [field, from] : record.provenance) {
    const bool given = from == "record" || from == "sidecar";
    record.certainty[field] = head_is_picture && !given ? "unsure" : std::string(certainty_of(field, from));
  }
  for (const Warning& warning : document.warnings) {
    if (warning.code != kGradeUnsure) continue;
    record.certainty["grade"] = "unsure";
    record.extra[kGradeDoubts].push_back(warning.place.empty() ? warning.text
                                                               : warning.place + ": " + warning.text);
  }
}

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

ordered_json parse_object(const std::string& text, const std::string& what) {
  ordered_json json;
  try {
    JsonGuard<ordered_json> guard;
    json = ordered_json::parse(text, std::ref(guard));
  } catch (const JsonRefused& refused) {
    throw ExtractError("bad_json", fmt::format("{}: {}", what, refused.what()));
  } catch (const ordered_json::parse_error& error) {
    throw ExtractError("bad_json", fmt::format("{}: is no JSON, wrong at byte {}", what, error.byte));
  } catch (const ordered_json::exception&) {
    throw ExtractError("bad_json", what + ": holds a number that is too large");
  }
  if (!json.is_object()) throw ExtractError("bad_json", what + ": is no JSON object");
  return json;
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

void apply(const ordered_json& fields, const std::string& from, ReadDocument& document) {
  try {
    if (const std::string doubt = apply_given_fields(fields, from, document.record); !doubt.empty())
      document.warnings.push_back({kGradeUnsure, "", doubt});
    else if (const auto grade = document.record.provenance.find("grade");
             grade != document.record.provenance.end() && grade->second == from)  // a person has decided
      std::erase_if(document.warnings, [](const Warning& warning) { return warning.code == kGradeUnsure; });
  } catch (const std::runtime_error& error) {
    throw ExtractError("bad_field", error.what());
  } catch (const ordered_json::exception& error) {
    throw ExtractError("bad_field", error.what());
  }
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
  if (!is_document_id(record.id))
    throw ExtractError("bad_field",
                       fmt::format("field \"id\" has {} bytes: 1 to {} are allowed, no control characters",
                                   record.id.size(), kMostIdBytes));
}

/// Stamps of secrecy stand on the first page. Where that is not readable the highest grade is the plausible one.
Warning doubt_grade(const OcrPages& pages, Record& record) {
  const bool failed = !pages.failed.empty() && pages.failed.front() == 1;
  const bool poor = !pages.poor.empty() && pages.poor.front() == 1;
  if (!failed && !poor) return {};
  record.grade = Grade::kTuyetMat;
  record.provenance["grade"] = failed ? "unread page" : "poor scan";
  return {kGradeUnsure, "page 1", failed ? "not read, may bear a stamp" : "poorly read, may bear a stamp"};
}

}  // namespace

std::string make_file_id(const std::string& path) {
  const XXH128_hash_t hash = XXH3_128bits(path.data(), path.size());
  return fmt::format("f-{:016x}{:016x}", hash.high64, hash.low64);
}

void apply_sidecar(const std::filesystem::path& sidecar, ReadDocument& document) {
  std::ifstream in(sidecar, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  apply(parse_object(bytes, sidecar.filename().string()), "sidecar", document);
}

ReadDocument read_file(const SourceFile& file, const std::filesystem::path& self, const ExtractLimits& limits,
                       OcrReader& ocr) {
  ExtractedText text = extract_in_child(self, file.file, limits);
  OcrPages pages = ocr.read(file.file, text);
  return make_document(std::move(text), std::move(pages), file);
}

ReadDocument make_document(ExtractedText text, OcrPages pages, const SourceFile& file) {
  const bool letter = is_letter(text);
  const LetterHead head = letter ? take_letter_head(text) : LetterHead{};
  ReadDocument document{{}, std::move(text.warnings), pages.retry};
  Record& record = document.record;
  take_all(read_metadata(text.pages), document);
  if (letter) tell_doubts(apply_letter_head(head, record, text.pages), document);
  if (const Warning unsure = doubt_grade(pages, record); !unsure.code.empty())
    document.warnings.push_back(unsure);
  record.ocr_pages = std::move(pages.read);
  record.poor_pages = std::move(pages.poor);
  record.pages = std::move(text.pages);
  record.path = file.path;
  record.paths = all_paths(file);
  record.format = std::move(text.format);
  record.id = make_file_id(file.born.empty() ? file.path : file.born);
  if (!file.sidecar.empty()) apply_sidecar(file.sidecar, document);
  check_id(record);
  read_fields_of(record);
  read_place_of(record);
  tell_certainty(document);
  return document;
}

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
    take_all(read_metadata(record.pages), document);
  }
  record.path = file.path;
  record.paths = all_paths(file);
  record.format = is_csv(file.file) ? "csv" : "jsonl";
  if (is_csv(file.file)) set_wrong_date_aside(fields, document);
  apply(fields, "record", document);
  if (record.session.empty()) take("session", session_of_title(record.title), record.session, record);
  check_id(record);
  read_fields_of(record);
  read_place_of(record);
  tell_certainty(document);
  return document;
}

}  // namespace vankien
