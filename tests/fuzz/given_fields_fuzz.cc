// Any bytes taken for a line of a .jsonl, and for a document that was handed over: refused with a reason, or a record that
// can be stored. A grade that cannot be understood is never the lowest.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "indexer/extract/extract.h"
#include "indexer/handover/handed_over_record.h"
#include "indexer/pipeline/read_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vankien;
  const std::string line(reinterpret_cast<const char*>(data), size);
  SourceFile file;
  file.path = "archive.jsonl";
  try {
    const Record record = read_json_line(line, file).record;
    const auto fields = nlohmann::json::parse(line);
    const auto given = fields.find("grade");
    const bool understood = given == fields.end() || given->is_null() || given->is_string();
    if (!understood && record.grade == Grade::kOpen) std::abort();
    encode_record(record);
  } catch (const ExtractError&) {
  }
  const auto fields = nlohmann::ordered_json::parse(line, nullptr, false);
  if (!fields.is_object()) return 0;
  try {
    const std::string id = read_handed_over_id(fields);
    encode_record(grade_document(id, fields, Grade::kInternal, std::nullopt).read.record);
  } catch (const HandoverError&) {
  }
  return 0;
}
