#pragma once

#include <optional>
#include <string_view>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// The meeting that adopted a party document: "4" for "Hội nghị lần thứ tư Ban Chấp hành Trung ương …", "đại hội"
/// for a congress. From the issuer (ĐẠI HỘI ĐẠI BIỂU … LẦN THỨ XIII), from the lines around the type line that
/// begin with the meeting, or from the title. Meetings that the text speaks of ("thực hiện Nghị quyết Trung ương
/// 4 khóa XII") do not count.
std::optional<Field> read_session(const Letterhead& head, std::string_view issuer, std::string_view title);

/// From a title alone: "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII về …",
/// "Hội nghị lần thứ …", "Nghị quyết số 04-NQ/TW ngày 30/10/2016 Hội nghị lần thứ tư …".
std::optional<Field> session_of_title(std::string_view title);

}  // namespace vankien
