// 1. Two columns come apart at tabs, strokes, wide gaps and rules, and around the national headings however
// glued.
// 2. What only looks like a gap stays together: a blank day, a blank number, a number set apart from its
// type.
// 3. Text is NFC with Đ repaired; its offsets lead from the folded letters back into it.
// 4. Counting goes by filled lines, so blank ones push nothing out of sight; any bytes are taken.

#include "indexer/metadata/lines.h"

#include <gtest/gtest.h>

#include <vector>

namespace vankien {
namespace {

std::vector<std::string> cells_of(std::string_view text) {
  std::vector<std::string> cells;
  for (const Line& line : read_lines(text, 10))
    for (const Cell& cell : line.cells) cells.push_back(cell.text);
  return cells;
}

using Cells = std::vector<std::string>;

TEST(ReadLines, PartsColumns) {
  const std::pair<const char*, Cells> cases[] = {
      {"HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM", {"HUYỆN ỦY TÂN KHÁNH", "ĐẢNG CỘNG SẢN VIỆT NAM"}},
      {"  HUYỆN ỦY TÂN KHÁNH      ĐẢNG CỘNG SẢN VIỆT NAM", {"HUYỆN ỦY TÂN KHÁNH", "ĐẢNG CỘNG SẢN VIỆT NAM"}},
      {"HUYỆN ỦY TÂN KHÁNH ĐẢNG CỘNG SẢN VIỆT NAM", {"HUYỆN ỦY TÂN KHÁNH", "ĐẢNG CỘNG SẢN VIỆT NAM"}},
      {"-------- | ĐẢNG CỘNG SẢN VIỆT NAM", {"ĐẢNG CỘNG SẢN VIỆT NAM"}},
      {"SỞ Y TẾ----- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc--- | Số: 7/QĐ-SYT |",
       {"SỞ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 7/QĐ-SYT"}},
      {"--------------Hà Nội, ngày 26 tháng 5 năm 2025", {"Hà Nội, ngày 26 tháng 5 năm 2025"}},
      {"Số: 12/SYT-NVY V/v kiểm tra bếp ăn", {"Số: 12/SYT-NVY", "V/v kiểm tra bếp ăn"}},
      {"Số: 12/SYT-NVY V/v:", {"Số: 12/SYT-NVY", "V/v:"}},
      {"KIỂM TOÁN NHÀ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
       {"KIỂM TOÁN NHÀ NƯỚC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}},
      {"HIỆP ĐỊNH GIỮA CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM VÀ NƯỚC X",
       {"HIỆP ĐỊNH GIỮA CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM VÀ NƯỚC X"}},
      {"*", {}},
      {"Lao động - Thương binh và Xã hội", {"Lao động - Thương binh và Xã hội"}},
  };
  for (const auto& [text, cells] : cases) EXPECT_EQ(cells_of(text), cells) << text;
}

TEST(ReadLines, ClosesGapsInsideOneColumn) {
  const std::pair<const char*, Cells> cases[] = {
      {"Tân Khánh, ngày       tháng 5 năm 2026", {"Tân Khánh, ngày tháng 5 năm 2026"}},
      {"Số        -BB/BTGTU\tTân Khánh, ngày 24 tháng 5 năm 2023",
       {"Số -BB/BTGTU", "Tân Khánh, ngày 24 tháng 5 năm 2023"}},
      {"Số 05    -NQ/TU", {"Số 05 -NQ/TU"}},
      {"Số:\tĐẢNG CỘNG SẢN VIỆT NAM", {"Số:", "ĐẢNG CỘNG SẢN VIỆT NAM"}},
  };
  for (const auto& [text, cells] : cases) EXPECT_EQ(cells_of(text), cells) << text;
}

TEST(ReadLines, RepairsLettersAndKeepsOffsets) {
  const auto lines = read_lines("\u00D0a\u0309ng  u\u0309y xa\u0303 Hoa\u0300 \u00D0ông", 1);
  ASSERT_EQ(lines.size(), 1u);
  const Cell& cell = lines[0].cells[0];
  EXPECT_EQ(cell.text, "Đảng ủy xã Hoà Đông");
  EXPECT_EQ(encode_utf8(cell.folded.chars), "đảng ủy xã hòa đông");
  EXPECT_EQ(cell.text_from(8), "xã Hoà Đông");
  EXPECT_FALSE(cell.capitals);
  EXPECT_TRUE(read_lines("THÔNG BÁO 12", 1)[0].cells[0].capitals);
}

TEST(ReadLines, CountsFilledLines) {
  const std::string gap(500, '\n');
  EXPECT_EQ(cells_of("một" + gap + "hai"), (Cells{"một", "hai"}));
  const auto last = read_last_lines("một\nhai\n" + gap + "ba\n\n\nbốn\n" + gap, 2);
  Cells cells;
  for (const Line& line : last)
    for (const Cell& cell : line.cells) cells.push_back(cell.text);
  EXPECT_EQ(cells, (Cells{"ba", "bốn"}));
  EXPECT_TRUE(read_last_lines("", 3).empty());
}

TEST(ReadLines, TakesAnyBytes) {
  EXPECT_EQ(cells_of("\xff\xfe\x80"), (Cells{"\uFFFD\uFFFD\uFFFD"}));
  EXPECT_EQ(cells_of("\xEF\xBB\xBFSố 1"), (Cells{"Số 1"}));
  // A line without end is read as far as a head can reach, never cut inside a letter.
  std::string endless;
  while (endless.size() < 100000) endless += "ế";
  const auto cells = cells_of(endless);
  ASSERT_EQ(cells.size(), 1u);
  EXPECT_LT(cells[0].size(), 10000u);
  EXPECT_TRUE(is_valid_utf8(cells[0]));
}

}  // namespace
}  // namespace vankien
