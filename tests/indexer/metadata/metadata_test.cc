// 1. All fields of a party paper and of a state paper are read, in each layout and each form of the letters
// alike.
// 2. The head may lie on several pages; of a copy with a second head the first counts.
// 3. An enclosure names the act it belongs to and has no symbol of its own.
// 4. Nothing is invented: empty pages, any bytes, an article.

#include "indexer/metadata/metadata.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string summary_of(const std::vector<std::string>& pages) {
  const Metadata m = read_metadata(pages);
  std::string text;
  for (const auto* field : {&m.symbol, &m.type, &m.issuer, &m.level, &m.date, &m.title, &m.term})
    text += value_of(*field) + " | ";
  return text + std::string(grade_name(m.grade));
}

constexpr const char* kBody =
    "\n\nTỜ TRÌNH\nvề chợ đầu mối\n-----\n- Căn cứ Nghị quyết số 9-NQ/TU, ngày 1/1/2010;\n";

TEST(Metadata, EveryLayoutGivesTheSame) {
  const std::string left = "TỈNH ỦY AN PHONG\nBAN TỔ CHỨC\n*\nSố 27-TTr/BTCTU\n";
  const std::string right = "ĐẢNG CỘNG SẢN VIỆT NAM\n-----\nAn Phong, ngày 19 tháng 6 năm 2017\n";
  const std::string heads[] = {
      "TỈNH ỦY AN PHONG\tĐẢNG CỘNG SẢN VIỆT NAM\nBAN TỔ CHỨC\n*\nSố 27-TTr/BTCTU\tAn Phong, ngày 19 tháng 6 "
      "năm 2017\n",
      "   TỈNH ỦY AN PHONG           ĐẢNG CỘNG SẢN VIỆT NAM\n      BAN TỔ CHỨC                   -----\n     "
      "     *\n"
      "   Số 27 -TTr/BTCTU         An Phong, ngày 19 tháng 6 năm 2017\n",
      "TỈNH ỦY AN PHONG ĐẢNG CỘNG SẢN VIỆT NAM\nBAN TỔ CHỨC\nSố: 27–TTr/BTCTU An Phong, ngày 19 tháng 6 năm "
      "2017\n",
      "TỈNH UỶ AN PHONG | ĐẢNG CỘNG SẢN VIỆT NAM\nBAN TỔ CHỨC\nSố 27-TTr/BTCTU | An Phong, ngày 19 tháng 6 "
      "năm 2017\n",
      left + "\n" + right,
      right + "\n" + left,
  };
  for (const std::string& head : heads)
    EXPECT_EQ(summary_of({head + "MẬT" + kBody}),
              "27-TTr/BTCTU | Tờ trình | Ban Tổ chức Tỉnh ủy An Phong | tỉnh | 2017-06-19 | Về chợ đầu mối | "
              "2015-2020 | mat")
        << head;
}

TEST(Metadata, EveryFormOfTheLettersGivesTheSame) {
  // U+00D0 for Đ; combining marks in the order of another keyboard.
  EXPECT_EQ(summary_of({"HUYỆN ỦY TÂN KHÁNH\t\u00D0ẢNG CỘNG SẢN VIỆT NAM\nSố 3-Q\u00D0/HU\tTân Khánh, ngày 2 "
                        "tháng 3 năm 2019\n"
                        "\nQUY \u00D0ỊNH\nvề xe\n\n"}),
            "03-QĐ/HU | Quy định | Huyện ủy Tân Khánh | huyện | 2019-03-02 | Về xe | 2015-2020 | open");
  EXPECT_EQ(summary_of({"HUYE\u0323\u0302N U\u0309Y TA\u0302N KHA\u0301NH\tĐA\u0309NG CO\u0323\u0302NG "
                        "SA\u0309N VIE\u0323\u0302T NAM\n"
                        "Số 3-QĐ/HU\tTân Khánh, nga\u0300y 2 tha\u0301ng 3 na\u0306m 2019\n\nQUY "
                        "Đ\u1ECANH\nve\u0302\u0300 xe\n\n"}),
            "03-QĐ/HU | Quy định | Huyện ủy Tân Khánh | huyện | 2019-03-02 | Về xe | 2015-2020 | open");
}

TEST(Metadata, StateLetter) {
  EXPECT_EQ(
      summary_of(
          {"ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH AN PHONG\tĐộc lập - Tự do - Hạnh phúc\n"
           "Số: 1923/UBND-KT\tAn Phong, ngày 13 tháng 8 năm 2018\nV/v kiểm tra chợ\n\nKính gửi: Sở Y tế;\n"}),
      "1923/UBND-KT | Công văn | Ủy ban nhân dân tỉnh An Phong | tỉnh | 2018-08-13 | V/v kiểm tra chợ | - | "
      "open");
}

TEST(Metadata, HeadOverPagesAndSecondHead) {
  EXPECT_EQ(
      summary_of(
          {"HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 9-TB/HU\tTân Khánh, ngày 2 tháng 3 năm 2019\n",
           "THÔNG BÁO\nvề đê\n\nvăn bản\n",
           "VĂN PHÒNG\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 31-BS/VPHU\tTân Khánh, ngày 9 tháng 9 năm 2020\nBẢN "
           "SAO\n"}),
      "09-TB/HU | Thông báo | Huyện ủy Tân Khánh | huyện | 2019-03-02 | Về đê | 2015-2020 | open");
}

// An old file: the letters of its capital font came out small, no letterhead font told them from the text.
TEST(Metadata, CapitalsLost) {
  EXPECT_EQ(
      summary_of(
          {"   Uỷ ban nhân dân \t   cộng hoà xã hội chủ nghĩa Việt nam\ntỉnh an phong\tĐộc lập - Tự do - "
           "Hạnh "
           "phúc\nSố:  12 /2003/QĐ-UB\tAn Phong, ngày  2  tháng 3 năm 2003\n     quyết định của uỷ ban nhân "
           "dân tỉnh an phong\nVề việc mở chợ\nđầu mối\nuỷ ban nhân dân tỉnh an phong\nCăn cứ Luật;\n"}),
      "12/2003/QĐ-UB | Quyết định | Ủy ban nhân dân tỉnh An Phong | tỉnh | 2003-03-02 | Về việc mở chợ đầu "
      "mối | - "
      "| open");
}

TEST(Metadata, CaptionInsteadOfALetterhead) {
  EXPECT_EQ(
      summary_of({"Nghị định\ncủa Chính phủ số 77/2004/NĐ-CP ngày 1 tháng 2 năm 2004\nvề chợ\nsố 5 "
                  "và số 6\n\nChính phủ\n\nCăn cứ Luật Chợ số 3/1998/QH10;\n"}),
      "77/2004/NĐ-CP | Nghị định | Chính phủ | trung ương | 2004-02-01 | Về chợ số 5 và số 6 | - | open");
}

TEST(Metadata, Enclosure) {
  const Metadata m = read_metadata(
      {"QUY CHẾ\nlàm việc của Huyện ủy\n(Ban hành kèm theo Quyết định số 7-QĐ/HU,\nngày 1/2/2019)\n"});
  EXPECT_EQ(value_of(m.symbol), "-");
  EXPECT_EQ(value_of(m.date), "-");
  EXPECT_EQ(value_of(m.enclosed_with), "07-QĐ/HU");
  EXPECT_EQ(value_of(m.title), "Làm việc của Huyện ủy");
}

TEST(Metadata, NothingIsInvented) {
  const std::string nothing = "- | - | - | - | - | - | - | open";
  EXPECT_EQ(summary_of({}), nothing);
  EXPECT_EQ(summary_of({"", "\n\n", "\xff\xfe"}), nothing);
  EXPECT_EQ(summary_of({"Khai mạc giải bóng bàn\n18/10/2023 | 10:27\nSáng 18/10/2023, tại Tân Khánh, theo Kế "
                        "hoạch số 5-KH/HU ngày "
                        "1/2/2023, giải bóng bàn đã khai mạc.\n"}),
            nothing);
}

}  // namespace
}  // namespace vankien
