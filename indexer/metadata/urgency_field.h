#pragma once

#include <optional>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// "khẩn", "thượng khẩn", "hỏa tốc", "hỏa tốc hẹn giờ": the stamp of urgency in or above the head, in capitals
/// as a line or cell of its own, spaced out, without marks, or beside a grade ("MẬT - HỎA TỐC"). Of several the
/// highest. Source: 36-HD/VPTW, Decree 30/2020/NĐ-CP.
std::optional<Field> read_urgency(const Letterhead& head);

}  // namespace vankien
