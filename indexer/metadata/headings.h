#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// Parts a column around the headings of party and state and before a glued summary, and adds its cells to `cells`.
///   "SỞ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc"  →  three cells
///   "Số: 12/SYT-NVY V/v kiểm tra bếp ăn"  →  {"Số: 12/SYT-NVY", "V/v kiểm tra bếp ăn"}
/// `column`: NFC, case as on the paper. One that is empty adds none.
void part_at_headings(std::u32string column, std::vector<std::u32string>& cells);

/// False for most lines of prose: part_at_headings would leave them whole.
bool may_hold_heading(std::u32string_view text);

}  // namespace vankien
