// Reads any bytes as one line of a .jsonl with the mark of an exported record. Nothing but ExtractError may come out; what
// is taken is stored, exported and read again without a change.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/extract/extract.h"
#include "indexer/pipeline/read_document.h"
#include "indexer/records/exported_record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vankien;
  const std::string line = R"({"id":"1","grade":"open","vankien_record":1,)" +
                           std::string(reinterpret_cast<const char*>(data), size) + "}";
  SourceFile file;
  file.path = "archive.jsonl";
  try {
    const std::string stored = encode_record(read_json_line(line, file).record);
    const std::string again = write_exported_record(split_record(stored));
    if (encode_record(read_json_line(again, file).record) != stored) std::abort();
  } catch (const ExtractError&) {
    // Refused, which is fine.
  }
  return 0;
}
