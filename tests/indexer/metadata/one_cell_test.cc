// 1. A line that is told to be one cell is one as page_columns.h and headings.h cut it, letter for letter.
// 2. Lines of prose are told so, lines with gaps, rules, tabs and headings are not.

#include "indexer/metadata/one_cell.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "analyzers/mapped_text.h"
#include "indexer/metadata/headings.h"
#include "indexer/metadata/page_columns.h"

namespace vankien {
namespace {

bool is_cut_to_itself(std::string_view line) {
  PageColumns columns = part_columns(decode_utf8(line).chars);
  std::vector<std::u32string> cells;
  for (auto& column : columns.texts) part_at_headings(std::move(column), cells);
  return !columns.rule && cells.size() == 1 && encode_utf8(cells[0]) == line;
}

TEST(OneCell, IsALineOfProse) {
  for (const char* line :
       {"Điều 1. Phê duyệt kế hoạch – như sau:", "Căn cứ Luật số 05-NQ/TU", "a", "“Mật” là…", "CỤC THUẾ"})
    EXPECT_TRUE(is_one_cell(line)) << line;
  for (const char* line :
       {"", "-----", "Số  7", "SỞ Y TẾ | Số: 7", "a\tb", "a--b", "a\u00A0b", "SỞ Y TẾ CỘNG HÒA XÃ HỘI",
        "V/v họp", "TỈNH ỦY ĐẢNG CỘNG SẢN VIỆT NAM", "- -", "a\u2028b"})
    EXPECT_FALSE(is_one_cell(line)) << line;
}

TEST(OneCell, IsCutToItself) {
  EXPECT_TRUE(rc::check("pieces of lines", [] {
    static const std::vector<std::string> kPieces = {"Điều",
                                                     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                                     "ĐẢNG CỘNG SẢN VIỆT NAM",
                                                     "Độc lập",
                                                     "V/v",
                                                     "số",
                                                     " ",
                                                     " ",
                                                     "-",
                                                     "_",
                                                     "*",
                                                     "|",
                                                     "\t",
                                                     "“",
                                                     "–",
                                                     "\u00A0",
                                                     "\u0085",
                                                     "Cộng",
                                                     "a",
                                                     "7",
                                                     ".",
                                                     "=",
                                                     "ngày"};
    std::string line;
    for (const std::size_t piece :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kPieces.size())))
      line += kPieces[piece];
    while (line.starts_with(' ')) line.erase(0, 1);
    while (line.ends_with(' ')) line.pop_back();
    if (is_one_cell(line)) RC_ASSERT(is_cut_to_itself(line));
  }));
}

}  // namespace
}  // namespace vankien
