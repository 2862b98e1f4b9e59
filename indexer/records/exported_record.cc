#include "indexer/records/exported_record.h"

#include <fmt/format.h>

#include "analyzers/schema/document_id.h"
#include "analyzers/schema/schema.h"
#include "indexer/extract/extract.h"
#include "indexer/records/given_fields.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

constexpr const char* kMark = "vankien_record";
constexpr int kVersion = 1;

// A field of the record's own, taken out of the rest.
template <typename Value>
Value take_field(ordered_json& fields, const char* name) {
  const auto field = fields.find(name);
  if (field == fields.end()) return {};
  try {
    Value value = field->get<Value>();
    fields.erase(field);
    return value;
  } catch (const ordered_json::exception&) {
    throw std::runtime_error(fmt::format("field \"{}\" is of another kind than an export writes it", name));
  }
}

// Pages that held form feeds themselves are more when split; the last keeps what is too much.
std::vector<std::string> read_pages(const std::string& body, std::size_t count) {
  if (count == 0 && body.empty()) return {};
  std::vector<std::string> pages = split_pages(body);
  while (count > 0 && pages.size() > count) {
    const std::string last = std::move(pages.back());
    pages.pop_back();
    pages.back() += "\f" + last;
  }
  return pages;
}

}  // namespace

std::string write_exported_record(const StoredRecord& stored) {
  auto fields = ordered_json::parse(stored.fields);
  fields["body"] = stored.body;
  fields[kMark] = kVersion;
  return fields.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

bool is_exported_record(const ordered_json& fields) { return fields.contains(kMark); }

Record read_exported_record(const ordered_json& fields, const std::string& source_file) {
  Record record;
  try {
    ordered_json rest = fields;
    if (take_field<int>(rest, kMark) != kVersion)
      throw std::runtime_error("field \"vankien_record\": this program knows version 1");
    record.path = take_field<std::string>(rest, "path");
    record.paths = take_field<std::vector<std::string>>(rest, "paths");
    record.parent = take_field<std::string>(rest, "parent");
    record.parent_id = take_field<std::string>(rest, "parent_id");
    record.ocr_pages = take_field<std::vector<std::size_t>>(rest, "ocr_pages");
    record.poor_pages = take_field<std::vector<std::size_t>>(rest, "poor_pages");
    record.format = take_field<std::string>(rest, "format");
    const auto pages = take_field<std::size_t>(rest, "pages");
    record.pages = read_pages(take_field<std::string>(rest, "body"), pages);
    record.certainty = take_field<std::map<std::string, std::string>>(rest, "certainty");
    auto provenance = take_field<std::map<std::string, std::string>>(rest, "provenance");
    auto doubts = take_field<ordered_json>(rest, kGradeDoubts);
    if (!rest.contains("grade")) throw std::runtime_error("field \"grade\" is missing");
    if (const std::string doubt = apply_given_fields(rest, "", record); !doubt.empty())
      throw std::runtime_error("field \"grade\": " + doubt);
    if (!doubts.is_null()) record.extra[kGradeDoubts] = std::move(doubts);
    record.provenance = std::move(provenance);
    record.source_file = source_file;
    if (!is_document_id(record.id))
      throw std::runtime_error("field \"id\" is empty, too long or has control characters");
  } catch (const std::exception& error) {  // of JSON's types, or ours
    throw ExtractError("bad_field", error.what());
  }
  return record;
}

}  // namespace vankien
