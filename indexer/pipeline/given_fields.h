#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analyzers/schema/record.h"

namespace vankien {

/// Puts fields somebody gave (a JSONL record, a <file>.meta.json) into a record; they win over what was read
/// from the text. Known names: id title symbol type issuer level date term grade; null means "not known"; all
/// others are kept in `extra`. `from` is what provenance will say: "record", "sidecar". Throws
/// std::runtime_error naming the field if a known one has a wrong shape (date not ISO or on no day of the
/// calendar, grade unknown, no string).
void apply_given_fields(const nlohmann::ordered_json& fields, const std::string& from, Record& record);

}  // namespace vankien
