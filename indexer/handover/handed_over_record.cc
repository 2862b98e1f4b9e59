#include "indexer/handover/handed_over_record.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/schema/document_id.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/spool.h"
#include "indexer/records/exported_record.h"
#include "indexer/records/given_fields.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kExcerptBytes = 200;

std::string excerpt(const ordered_json& value) {
  std::string text = value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  if (text.size() <= kExcerptBytes) return text;
  std::size_t end = kExcerptBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

// The record without its grade as given; the grade is the one its text bears.
ReadDocument read_fields(const std::string& id, ordered_json fields) {
  fields.erase("grade");
  fields["id"] = id;
  SourceFile source;
  source.path = kHandedOverSource;
  const auto refuse = [&](std::string_view reason) -> HandoverError {
    return {"invalid_document_field", fmt::format("Document `{}`: {}.", id, reason)};
  };
  if (is_exported_record(fields)) throw refuse("a line of an export goes back by reindex or update");
  std::string line;
  try {
    line = fields.dump();
  } catch (const ordered_json::exception&) {
    throw refuse("a text is not UTF-8");
  }
  try {
    ReadDocument read = read_json_line(line, source);
    read.record.format = "json";
    return read;
  } catch (const ExtractError& error) {
    throw refuse(error.what());
  }
}

void set_grade(Record& record, Grade grade, const std::string& from) {
  record.grade = grade;
  record.provenance["grade"] = from;
  record.path = handed_over_path(grade, record.id);
}

Grade read_given_grade(const std::string& id, const ordered_json& given) {
  Record record;
  try {
    if (const std::string doubt = apply_given_fields({{"grade", given}}, "record", record); !doubt.empty())
      throw std::runtime_error(doubt);
  } catch (const std::runtime_error& error) {
    throw HandoverError("invalid_document_field", fmt::format("Document `{}`: {}.", id, error.what()));
  }
  return record.grade;
}

}  // namespace

std::string read_handed_over_id(const ordered_json& fields) {
  const auto found = fields.find("id");
  if (found == fields.end())
    throw HandoverError("missing_document_id",
                        fmt::format("Document doesn't have a `id` attribute: `{}`.", excerpt(fields)));
  std::string id;
  if (found->is_number_integer())
    id = found->dump();
  else if (found->is_string())
    id = found->get<std::string>();
  if (!is_document_id(id))
    throw HandoverError(
        "invalid_document_id",
        fmt::format("Document identifier `{}` is invalid. A document identifier is an integer or a "
                    "string of 1 to {} bytes without control characters.",
                    excerpt(*found), kMostIdBytes));
  return id;
}

GradedDocument grade_document(const std::string& id, const ordered_json& fields, Grade clearance,
                              const std::optional<HandedOver>& before) {
  GradedDocument graded{{id, clearance, "key", fields.dump()}, read_fields(id, fields)};
  const std::string& told_by = graded.read.record.provenance["grade"];
  const bool is_told = !told_by.empty() && told_by != "no stamp";
  const Grade told = graded.read.record.grade;
  const auto given = fields.find("grade");
  const bool is_given = given != fields.end() && !given->is_null();
  HandedOver& document = graded.document;
  if (is_given) {
    document.grade = read_given_grade(id, *given);
    document.grade_from = "record";
    const bool is_clear = told_by == "stamp" || told_by == "symbol";
    if (is_clear && document.grade < told &&
        !fields.contains("declassified_by")) {  // a stamp is not argued with
      document.grade = told;
      document.grade_from = told_by;
    }
  } else if (is_told) {
    document.grade = told;
    document.grade_from = told_by;
  } else if (before) {
    document.grade = before->grade;
    document.grade_from = before->grade_from;
  }
  if (document.grade > clearance || (is_told && told > clearance))
    throw HandoverError("document_grade_above_clearance",
                        fmt::format("Document `{}`: grade above the key's clearance.", id));
  set_grade(graded.read.record, document.grade, document.grade_from);
  return graded;
}

ReadDocument read_handed_over(const HandedOver& document) {
  ReadDocument read = read_fields(document.id, ordered_json::parse(document.fields));
  set_grade(read.record, document.grade, document.grade_from);
  return read;
}

}  // namespace vankien
