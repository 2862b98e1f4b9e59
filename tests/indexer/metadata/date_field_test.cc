// 1. The place-and-date line of the head, in every layout; a blank day keeps its month.
// 2. Else the date right behind the own symbol; for acts of the National Assembly the day they were passed.
// 3. Dates of the legal basis, of summaries, of web pages and of other symbols are never taken.

#include "indexer/metadata/date_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string date_of_paper(const std::string& text, const char* own = "", const char* end = "") {
  return value_of(read_date(head_of(text), parse_symbol(own), read_lines(end, 20)));
}

TEST(DateLine, Layouts) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"Số 1-NQ/HU\tTân Khánh, ngày 05 tháng 02 năm 2019", "2019-02-05"},
      {"Số 1-NQ/HU Tân Khánh, ngày 05 tháng 02 năm 2019", "2019-02-05"},
      {"Tân Khánh ngày 5 tháng 2 năm 2019", "2019-02-05"},
      {"Tân Khánh, ngày 5-2-2019", "2019-02-05"},
      {"Ngày 5 tháng 2 năm 2019", "2019-02-05"},
      {"Tân Khánh, ngày      tháng 2 năm 2019", "2019-02"},
      {"Tân Khánh, ngày ... tháng 2 năm 2019", "2019-02"},
      {"Tân Khánh, ngày\n\ntháng 2 năm 2019", "2019-02"},
      {"Tân Khánh, ngày …25..tháng 01 năm 2019", "2019-01-25"},
      {"Tân Khánh, tháng 2 năm 2019", "2019-02"},
      {"Tân Khánh, 5/2/2019", "2019-02-05"},
      {"Cập nhật lúc 10 giờ, 5/2/2019 | Tin", "-"},
      {"theo Luật Chợ, 5/2/2019", "-"},
      {"Tân Khánh, ngày      tháng      năm 2019", "-"},
      {"Cập nhật ngày 5/2/2019", "-"},
      {"5/2/2019 | 10:27 GMT+7", "-"},
      {"V/v trả lời thư ngày 5 tháng 2 năm 2019", "-"},
  };
  for (const auto& [line, date] : kCases)
    EXPECT_EQ(
        date_of_paper(
            "HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM\n" + std::string(line) +
            "\n\nNGHỊ QUYẾT\nvề hội nghị ngày 7 tháng 8 năm 2018\n- Căn cứ Quy định, ngày 1 tháng 1 năm "
            "2017;\n"),
        date)
        << line;
}

TEST(DateLine, WithoutAHeadADateIsNews) {
  EXPECT_EQ(date_of_paper("Tân Khánh, 5/2/2019\nSáng nay, chợ đã mở\n"), "-");
}

TEST(DateBehindSymbol, OnlyItsOwn) {
  const std::string page =
      "Kết luận số 61-KL/TW\nKết luận số 61-KL/TW, ngày 02/3/2033 của Bộ Chính trị về đê\n";
  EXPECT_EQ(date_of_paper(page, "61-KL/TW"), "2033-03-02");
  EXPECT_EQ(date_of_paper(page, "60-KL/TW"), "-");
  EXPECT_EQ(date_of_paper("Tiếp theo 61-KL/TW, hội nghị họp ở Tân Khánh ngày 02/3/2033\n", "61-KL/TW"), "-");
}

TEST(DatePassed, ActsOfTheNationalAssembly) {
  static constexpr const char* kEnd =
      "Luật này được Quốc hội thông\nqua ngày 9 tháng 11 năm 2031.\nCHỦ TỊCH QUỐC HỘI\n";
  EXPECT_EQ(date_of_paper("QUỐC HỘI\nLUẬT\nCHỢ\n", "88/2031/QH17", kEnd), "2031-11-09");
  EXPECT_EQ(date_of_paper("BỘ Y TẾ\nTHÔNG TƯ\nvề chợ\n", "88/2031/TT-BYT", kEnd), "-");
}

}  // namespace
}  // namespace vankien
