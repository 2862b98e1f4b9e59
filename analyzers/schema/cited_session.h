#pragma once

#include <optional>
#include <string_view>

#include "analyzers/schema/session.h"

namespace vankien {

/// The meeting by which a citation names its document, if it names one:
///   "Nghị quyết Trung ương 4 khóa XII" → TW|4|XII     "Nghị quyết số 05-NQ/TU" → nothing
std::optional<Session> cited_session(std::string_view citation);

}  // namespace vankien
