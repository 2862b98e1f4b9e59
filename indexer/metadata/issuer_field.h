#pragma once

#include <optional>
#include <string>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// The lowest body the left column names, with as much of the bodies above it as tells it apart:
///   TỈNH ỦY ĐÔNG GIANG / BAN TỔ CHỨC            →  Ban Tổ chức Tỉnh ủy Đông Giang
///   ĐẢNG BỘ TỈNH ĐÔNG GIANG / HUYỆN ỦY THẠCH LÂM →  Huyện ủy Thạch Lâm
///   ĐẢNG ỦY XÃ TÂN THUẬN / CHI BỘ 3              →  Chi bộ 3 Đảng ủy xã Tân Thuận
///   ỦY BAN NHÂN DÂN / TỈNH ĐÔNG GIANG            →  Ủy ban nhân dân tỉnh Đông Giang
/// Without a letterhead nothing is guessed.
std::optional<Field> read_issuer(const Letterhead& head);

}  // namespace vankien
