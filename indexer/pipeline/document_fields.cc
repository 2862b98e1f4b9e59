#include "indexer/pipeline/document_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "analyzers/schema/document_id.h"
#include "analyzers/schema/json_guard.h"
#include "analyzers/schema/schema.h"
#include "indexer/metadata/certainty.h"
#include "indexer/metadata/place_field.h"
#include "indexer/metadata/work_fields.h"
#include "indexer/records/exported_record.h"
#include "indexer/records/given_fields.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

template <typename List>
void take_list(const char* name, const char* from, List list, List& target, Record& record) {
  if (list.empty()) return;
  target = std::move(list);
  record.provenance[name] = from;
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
  if (record.place.empty())
    take_field("place", place_of_issuer(record.issuer, record.level), record.place, record);
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

void check_id(const Record& record) {
  if (!is_document_id(record.id))
    throw ExtractError("bad_field",
                       fmt::format("field \"id\" has {} bytes: 1 to {} are allowed, no control characters",
                                   record.id.size(), kMostIdBytes));
}

}  // namespace

void take_field(const char* name, std::optional<Field> field, std::string& target, Record& record) {
  if (!field || field->value.empty()) return;
  target = std::move(field->value);
  record.provenance[name] = std::move(field->from);
}

void tell_doubts(std::vector<GradeDoubt> doubts, ReadDocument& document) {
  for (GradeDoubt& doubt : doubts)
    document.warnings.push_back({kGradeUnsure, std::move(doubt.place), std::move(doubt.reason)});
}

// Lists are sure as far as their places are: the basis and the recipients have one, the field is a guess.
void take_metadata(Metadata metadata, ReadDocument& document) {
  Record& record = document.record;
  take_field("symbol", std::move(metadata.symbol), record.symbol, record);
  take_field("type", std::move(metadata.type), record.type, record);
  take_field("issuer", std::move(metadata.issuer), record.issuer, record);
  take_field("level", std::move(metadata.level), record.level, record);
  take_field("place", std::move(metadata.place), record.place, record);
  take_field("date", std::move(metadata.date), record.date, record);
  take_field("title", std::move(metadata.title), record.title, record);
  take_field("term", std::move(metadata.term), record.term, record);
  take_field("session", std::move(metadata.session), record.session, record);
  take_field("signer", std::move(metadata.signer), record.signer, record);
  take_field("position", std::move(metadata.position), record.position, record);
  take_field("authority", std::move(metadata.authority), record.authority, record);
  take_field("urgency", std::move(metadata.urgency), record.urgency, record);
  take_field("draft", std::move(metadata.draft), record.draft, record);
  take_list("recipients", "signature", std::move(metadata.recipients), record.recipients, record);
  take_list("relations", "text", std::move(metadata.relations), record.relations, record);
  record.grade = metadata.grade;
  record.provenance["grade"] = metadata.grade_doubts.empty() ? metadata.grade_from : "doubtful stamp";
  tell_doubts(std::move(metadata.grade_doubts), document);
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

void apply_given(const ordered_json& fields, const std::string& from, ReadDocument& document) {
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

std::vector<std::string> all_paths(const SourceFile& file) {
  std::vector<std::string> paths;
  if (file.copies.empty()) return paths;
  paths.push_back(file.path);
  for (const SourceCopy& copy : file.copies) paths.push_back(copy.path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

void finish(ReadDocument& document) {
  check_id(document.record);
  read_fields_of(document.record);
  read_place_of(document.record);
  tell_certainty(document);
}

}  // namespace vankien
