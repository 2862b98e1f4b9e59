#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// The columns of a page in one line, parted by tabs, strokes of tables, three or more blanks, and rules.
struct PageColumns {
  std::vector<std::u32string> texts;  ///< none empty, single blanks
  bool rule = false;                  ///< there were strokes: "-----", "*"
};

/// `line`: NFC, no line end. What only looks like a gap is closed again.
///   "TỈNH ỦY ĐÔNG GIANG\tSố      -BB/TU"  →  {"TỈNH ỦY ĐÔNG GIANG", "Số -BB/TU"}
///   "SỞ Y TẾ----- | Số: 7/QĐ-SYT |"       →  {"SỞ Y TẾ", "Số: 7/QĐ-SYT"}, rule
PageColumns part_columns(std::u32string_view line);

}  // namespace vankien
