#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/symbol_field.h"

namespace vankien {

/// The day of issue, ISO; "yyyy-mm" where the paper leaves the day blank:
///   "Hà Nội, ngày 06 tháng 02 năm 2017" in the head      →  from "date line"
///   else "… 69-KL/TW, ngày 11/01/2024" behind its own symbol →  from "own symbol"
///   else, for acts of the National Assembly, "… thông qua ngày 29 tháng 6 năm 2024" near the end → from
///   "text"
/// Never a date from Căn cứ, from summaries, page headers or lists of links.
std::optional<Field> read_date(const Letterhead& head, const std::optional<Symbol>& own,
                               const std::vector<Line>& last_lines);

}  // namespace vankien
