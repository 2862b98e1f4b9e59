#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analyzers/schema/record.h"

namespace vankien {

/// Field of a record: why its grade is doubtful, a list of sentences. It goes where the record goes.
inline constexpr const char* kGradeDoubts = "grade_doubts";

// What `export` writes and a reindex takes back, one JSON object a line: the stored fields, the body and a mark,
//   {"id": "f-2ab4…", "symbol": "05-NQ/TU", …, "path": "sample/tinh/05-nq-tu.docx", "format": "docx", "pages": 2,
//    "provenance": {"symbol": "letterhead", …}, "body": "…\f…", "vankien_record": 1}
// The mark says that all is known: nothing is read from the letterhead again, and path, format, pages and provenance are
// the document's own rather than the source's. "grade_doubts": ["page 2: …"] says why a person must look at its grade.

/// Stored fields and body as such a line, without the line feed. Throws nlohmann::json::exception if they are damaged.
std::string write_exported_record(const StoredRecord& stored);

bool is_exported_record(const nlohmann::ordered_json& fields);

/// The record as it was; `source_file` is the .jsonl that holds it now. Throws ExtractError (bad_field): another version
/// of the mark, a field of a wrong shape.
Record read_exported_record(const nlohmann::ordered_json& fields, const std::string& source_file);

}  // namespace vankien
