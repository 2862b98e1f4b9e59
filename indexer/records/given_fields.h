#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analyzers/schema/record.h"

namespace vankien {

/// Puts fields somebody gave (a JSONL record, a <file>.meta.json) into a record; they win over what was read
/// from the text. Known names: id title symbol type issuer level date term session signer position authority
/// urgency draft recipients fields relations grade; null means "not known"; all others are kept in `extra`, names that the
/// index itself writes as source_NAME. `from` is what provenance will say: "record", "sidecar"; "" of a record that was exported.
///   recipients, fields   one string or a list of strings
///   relations            a list of {"kind", "symbol", "type", "date", "text"}; kind as in relation_name()
/// Throws std::runtime_error naming the field if a known one has a wrong shape (date not ISO or on no day of the
/// calendar, no such urgency or kind, no string).
/// The grade never fails, it fails closed: what cannot be understood is the highest; one below a clear stamp does not
/// hold unless "declassified_by" names the act; a stamp's words under a name that is not known raise it. Returns why a
/// person must look at it; empty if there is nothing to see to.
std::string apply_given_fields(const nlohmann::ordered_json& fields, const std::string& from, Record& record);

/// A date as given: yyyy, yyyy-mm or yyyy-mm-dd; a time after it is let go. Throws std::runtime_error naming the field
/// if it has another shape or is on no day of the calendar.
std::string check_date(const std::string& value);

}  // namespace vankien
