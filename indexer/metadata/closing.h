#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/metadata/lines.h"

namespace vankien {

/// The end of a document's own text, where its recipients and its signature stand, in any order:
///   Nơi nhận:                         K/T CHÁNH VĂN PHÒNG
///   - Đảng ủy xã Phú Lạc,             PHÓ CHÁNH VĂN PHÒNG
///   - Lưu Văn phòng Tỉnh ủy.          Hoàng Thị Khỏe
/// What follows (annexes, the head of a copy) is not in it.
struct Closing {
  std::vector<Line> lines;
  bool marked =
      false;  ///< "Nơi nhận" or an authority stands in it; else only the lines where a signature may be
  /// Where the text below it begins: `below` bytes into page `page` (pages.size() if nothing follows).
  std::size_t page = 0;
  std::size_t below = 0;
};

/// The first such end of the pages (any bytes): by "Nơi nhận" or an authority ("T/M", "KT.", "TUQ." …) at the
/// beginning of a line or column; else the lines behind the first "./.", else the last ones.
Closing read_closing(const std::vector<std::string>& pages, LineReader& reader);
Closing read_closing(const std::vector<std::string>& pages);

/// True for "T/M BAN …", "KT. CHỦ TỊCH", "TUQ.", "Q. GIÁM ĐỐC": who signs for another, in capitals.
bool begins_authority(const Cell& cell);

/// True for the line "Nơi nhận:", alone or with its first entry.
bool begins_recipients(const Cell& cell);

}  // namespace vankien
