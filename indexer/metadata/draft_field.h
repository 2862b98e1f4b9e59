#pragma once

#include <optional>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// "dự thảo", or with its count "dự thảo lần 2": a line or cell of its own in or above the head that says
/// nothing else: "DỰ THẢO", "(Dự thảo lần thứ hai)", "Dự thảo 2", "DỰ THẢO LẦN 3 ngày 12/5/2024". A title that
/// speaks of a draft ("V/v góp ý dự thảo Đề án …") does not count.
std::optional<Field> read_draft(const Letterhead& head);

}  // namespace vankien
