// 1. The national heading decides the system; in a title or below the text it is none.
// 2. The type line is the first line that is, or in capitals begins with, a type's name; spaced letters and
//    footnote marks do not hide it; "QUYẾT ĐỊNH:" is not one.
// 3. The head ends at the type line, at "Kính gửi" or where the text begins; a left column set above the
// right one
//    belongs to it.
// 4. "Kính gửi" and "V/v" make a letter; "VĂN BẢN HỢP NHẤT" and the sentence of consolidated texts are seen.

// 5. Where the heading is in small letters, the capitals of the head were lost: type line and organs are read in
//    small letters too; a letter's summary is still none.
// 6. A letterhead that stands behind the beginning of its text is put back above it; a form's is not.

#include "indexer/metadata/letterhead.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string type_in(const Letterhead& head) {
  return head.type_line ? std::string(head.type_line->type->name) : std::string("-");
}

TEST(Letterhead, TellsTheSystem) {
  EXPECT_EQ(head_of("ĐẢNG BỘ TỈNH AN PHONG\tĐẢNG CỘNG SẢN VIỆT NAM\nTHÔNG BÁO\n").system, System::kParty);
  EXPECT_EQ(head_of("SỞ Y TẾ\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÔNG BÁO\n").system, System::kState);
  EXPECT_EQ(head_of("Cộng hòa xã hội chủ nghĩa Việt Nam\nTHÔNG BÁO\n").system, System::kState);
  EXPECT_FALSE(head_of("QUY ĐỊNH\nVỀ BIỂU TƯỢNG\nĐẢNG CỘNG SẢN VIỆT NAM\n- Căn cứ Điều lệ;\n").seen());
  EXPECT_FALSE(head_of("QUY ĐỊNH\nVỀ KHO TƯ LIỆU ĐẢNG CỘNG SẢN VIỆT NAM\n").seen());
  EXPECT_FALSE(
      head_of("THÔNG TƯ\nvề biểu mẫu\nCăn cứ Luật Thống kê;\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBÁO CÁO\n")
          .seen());
}

TEST(Letterhead, FindsTheTypeLine) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"NGHỊ QUYẾT", "Nghị quyết"},
      {"T Ờ  T R Ì N H", "Tờ trình"},
      {"THÔNG TƯ1", "Thông tư"},
      {"CHƯƠNG TRÌNH HÀNH ĐỘNG", "Chương trình hành động"},
      {"THÔNG BÁO KẾT LUẬN CỦA BAN THƯỜNG VỤ", "Thông báo"},
      {"KẾT LUẬN CỦA BAN BÍ THƯ về nước sạch", "Kết luận"},
      {"QUYẾT ĐỊNH:", "-"},
      {"Quyết định này có hiệu lực", "-"},
      {"BÁO CÁO VIÊN", "Báo cáo"},
      {"Quy chế", "Quy chế"},
      {"kế hoạch", "-"},
  };
  for (const auto& [line, type] : kCases)
    EXPECT_EQ(type_in(head_of("ĐẢNG CỘNG SẢN VIỆT NAM\n" + std::string(line) + "\n")), type) << line;
  // In small letters without a heading it may be an entry of a menu.
  EXPECT_EQ(type_in(head_of("Trang chủ\nQuy chế\n")), "-");
}

TEST(Letterhead, TakesTheLeftColumnAbove) {
  const auto head = head_of(
      "Trang chủ\nGiới thiệu\nHUYỆN ỦY TÂN KHÁNH\nBAN DÂN VẬN\n*\nSố 11-CV/BDVHU\nV/v góp ý\n\nĐẢNG CỘNG SẢN "
      "VIỆT "
      "NAM\nTân Khánh, ngày 2 tháng 3 năm 2019\n\nKính gửi: Các chi bộ\n");
  EXPECT_EQ(head.begin, 2u);
  EXPECT_EQ(head.lines[head.end].cells[0].text, "Kính gửi: Các chi bộ");
  EXPECT_TRUE(head.letter);
  EXPECT_FALSE(head.type_line);
}

TEST(Letterhead, EndsWhereTheTextBegins) {
  const auto head = head_of("ĐẢNG CỘNG SẢN VIỆT NAM\nSố 1-QĐ/HU\n- Căn cứ Điều lệ Đảng;\nQUYẾT ĐỊNH\n");
  EXPECT_EQ(head.end, 2u);
  EXPECT_EQ(type_in(head), "-");
}

TEST(Letterhead, CapitalsLost) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"quyết định", "Quyết định"},  {"nghị định của chính phủ", "Nghị định"}, {"Chỉ thị", "Chỉ thị"},
      {"kế hoạch vốn của chợ", "-"}, {"quyết định này có hiệu lực", "-"},      {"quyết định:", "-"},
  };
  for (const auto& [line, type] : kCases) {
    const auto state =
        head_of("bộ thuỷ sản\tcộng hoà xã hội chủ nghĩa Việt nam\nSố: 3/X\n" + std::string(line) + "\n");
    EXPECT_TRUE(state.capitals_lost);
    EXPECT_EQ(type_in(state), type) << line;
    const auto party =
        head_of("huyện uỷ tân khánh\tđảng cộng sản việt nam\nSố 3-X/HU\n" + std::string(line) + "\n");
    EXPECT_EQ(party.system, System::kParty);
    EXPECT_EQ(type_in(party), type) << line;
  }
  // A menu's entry is no heading, and what has capitals keeps them.
  EXPECT_FALSE(head_of("Trang chủ\nĐảng Cộng sản Việt Nam\nTin tức\n").seen());
  EXPECT_FALSE(head_of("SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n").capitals_lost);
}

TEST(Letterhead, HeadingsWithoutMarks) {
  EXPECT_EQ(head_of("HUYỆN ỦY TÂN KHÁNH\tĐANG CÔNG SAN VIÊT NAM\nTHÔNG BÁO\n").system, System::kParty);
  EXPECT_EQ(head_of("SỞ Y TẾ\nCONG HOA XA HOI CHU NGHIA VIET NAM\nTHÔNG BÁO\n").system, System::kState);
}

TEST(Letterhead, PutsADisplacedHeadBack) {
  const std::string text = "THÔNG TƯ\nvề chợ\n\nCăn cứ Luật Chợ;\nĐiều 1. Chợ\n";
  const std::string boxes =
      "BỘ THƯƠNG NGHIỆP\n_____\n\nSố: 7/2031/TT-BTN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - "
      "Hạnh "
      "phúc\n\nTân Khánh, ngày 2 tháng 3 năm 2031\n";
  const auto head = head_of(text + boxes + "Điều 2. Xe\n");
  EXPECT_TRUE(head.seen());
  EXPECT_EQ(type_in(head), "Thông tư");
  EXPECT_EQ(head.begin, 0u);
  EXPECT_EQ(head.lines[0].cells[0].text, "BỘ THƯƠNG NGHIỆP");
  // The head of a form behind the text has another type's number, or none.
  EXPECT_FALSE(
      head_of(text + "SỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 7/QĐ-SYT\nQUYẾT ĐỊNH\n").seen());
  EXPECT_FALSE(head_of(text + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐƠN XIN PHÉP\n").seen());
}

TEST(Letterhead, SeesConsolidatedTexts) {
  EXPECT_TRUE(
      head_of("VĂN BẢN HỢP NHẤT - BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÔNG TƯ\n").consolidated);
  EXPECT_TRUE(
      head_of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLUẬT\nCHỢ\n\nLuật Chợ được sửa đổi, bổ\nsung bởi:\n")
          .consolidated);
  EXPECT_FALSE(
      head_of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLUẬT\nCHỢ\n\nCăn cứ Luật Giá được sửa đổi, bổ sung bởi:\n")
          .consolidated);
}

}  // namespace
}  // namespace vankien
