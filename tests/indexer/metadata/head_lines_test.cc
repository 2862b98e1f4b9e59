// 1. A number's line is "Số" and a symbol's stroke, short; prose that begins with the word is none.
// 2. The text begins at Căn cứ, Kính gửi, the first division; a broken title line does not begin it.
// 3. The right column's own lines are known in both systems.

#include "indexer/metadata/head_lines.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

Cell cell_of(const char* text) { return read_lines(text, 1).at(0).cells[0]; }

TEST(HeadLines, Numbers) {
  for (const char* text : {"Số 05-NQ/TU", "Số: 12/QĐ-UBND", "Số :  /QĐ-UBND", "SỐ 5-KL/HU"})
    EXPECT_TRUE(has_number(cell_of(text))) << text;
  for (const char* text : {"Số lượng: 5", "Nghị quyết số 05-NQ/TU", "Sở 5/QĐ",
                           "Số 5-KL/HU được thảo luận ở nhiều chi bộ trong huyện"})
    EXPECT_FALSE(has_number(cell_of(text))) << text;
}

TEST(HeadLines, BeginningOfTheText) {
  for (const char* text :
       {"- Căn cứ Điều lệ;", "Kính gửi: Chợ", "Điều 1. Chợ", "I- Tình hình", "1. Tình hình", "Xét tờ trình"})
    EXPECT_TRUE(begins_body(cell_of(text))) << text;
  for (const char* text :
       {"xét tặng huy hiệu", "15 tháng 10 năm 2020", "thực hiện Chỉ thị", "Tân Khánh, ngày 2"})
    EXPECT_FALSE(begins_body(cell_of(text))) << text;
}

TEST(HeadLines, RightColumn) {
  for (const char* text :
       {"ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "đảng cộng sản việt nam", "NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"})
    EXPECT_TRUE(is_national_heading(cell_of(text))) << text;
  EXPECT_FALSE(is_national_heading(cell_of("ĐẢNG BỘ HUYỆN TÂN KHÁNH")));
}

}  // namespace
}  // namespace vankien
