#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "indexer/metadata/metadata.h"
#include "indexer/pipeline/read_document.h"

namespace vankien {

// How what was read and what was given come together in a record, be it of a file or of a line:
//   take_metadata(read_metadata(pages), document);  apply_given(fields, "sidecar", document);  finish(document);

/// A field and where it comes from, if there is one.
void take_field(const char* name, std::optional<Field> field, std::string& target, Record& record);

/// All that the text tells, its doubts about the grade too.
void take_metadata(Metadata metadata, ReadDocument& document);

/// Puts doubts on the work list of grades.
void tell_doubts(std::vector<GradeDoubt> doubts, ReadDocument& document);

/// `what` begins the message: "line", "a.txt.meta.json". Throws ExtractError bad_json.
nlohmann::ordered_json parse_object(const std::string& text, const std::string& what);

/// Fields that somebody gave win. `from` is their source: record, sidecar. Throws ExtractError bad_field.
void apply_given(const nlohmann::ordered_json& fields, const std::string& from, ReadDocument& document);

/// All the places where this content lies, in an order that does not depend on which of them was read; none if there is but one.
std::vector<std::string> all_paths(const SourceFile& file);

/// What follows from the fields, whoever gave them, and how sure they are. Throws ExtractError bad_field if the id is none.
void finish(ReadDocument& document);

}  // namespace vankien
