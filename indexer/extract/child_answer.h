#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/extract.h"

namespace vankien {

// What a child tells its parent, as JSON:
//   {"pages": ["…"], "properties": {"title": "…"}, "warnings": [["no_text", "page 3", "no text"]],
//    "format": "docx", "thin_pages": [2], "wordless_pages": []}
//   {"error": {"code": "damaged", "message": "zip archive: …"}}

std::string to_answer(const ExtractedText& text);
std::string to_answer(const ExtractError& error);

/// Reads an answer back; throws the error it reports, or ExtractError crashed when it is no answer at all.
ExtractedText from_answer(std::string_view json);

}  // namespace vankien
