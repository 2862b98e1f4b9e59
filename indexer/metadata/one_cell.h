#pragma once

#include <string_view>

namespace vankien {

/// True for most lines of a text: one cell, letter for letter as it stands, so that nothing need be cut, mended or
/// composed. `line` has no blanks at its ends.
///   "Điều 1. Phê duyệt kế hoạch"  →  true      "Số  7", "SỞ Y TẾ | Số: 7", "-----", letters that are not NFC  →  false
bool is_one_cell(std::u32string_view line);

}  // namespace vankien
