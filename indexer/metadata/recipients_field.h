#pragma once

#include <string>
#include <vector>

#include "indexer/metadata/closing.h"
#include "indexer/metadata/letterhead.h"

namespace vankien {

/// Whom the paper goes to: first "Kính gửi", then "Nơi nhận", each entry as printed without its bullet and
/// last point or comma, each once. Entries that name nobody ("Như trên", "Như Điều 3") and the file copy
/// ("Lưu …") are left out.
///   Kính gửi: Văn phòng các tỉnh ủy  …  Nơi nhận: / - Như kính gửi, / - Ban Bí thư (để báo cáo), / - Lưu VT.
///     → {"Văn phòng các tỉnh ủy", "Ban Bí thư (để báo cáo)"}
std::vector<std::string> read_recipients(const Letterhead& head, const Closing& closing);

}  // namespace vankien
