// 1. Every way a paper writes a date is read, the day before the month, whatever the blanks and dashes.
// 2. A blank day keeps the precision of the month.
// 3. What only looks like a date is none: ratios, symbols, numbered paragraphs, days the calendar lacks.
// 4. Several dates of a text are found in order, each where it stands.
// 5. The shorter forms people type are read as a whole string only; iso() reads back as the same date.

#include "analyzers/schema/date.h"

#include <gtest/gtest.h>

#include "analyzers/char_filters.h"

namespace vankien {
namespace {

struct Case {
  const char* text;
  const char* iso;  // "" = none
};

class Dates : public ::testing::TestWithParam<Case> {};

TEST_P(Dates, FirstOfText) {
  const auto found = find_dates(fold_text(GetParam().text));
  EXPECT_EQ(found.empty() ? "" : found[0].date.iso(), GetParam().iso) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Written, Dates,
    ::testing::Values(Case{"Hà Nội, ngày 06 tháng 02 năm 2017", "2017-02-06"},
                      Case{"NGÀY 6 THÁNG 2 NĂM 2017", "2017-02-06"},
                      Case{"ngày 5 tháng 11năm 2025", "2025-11-05"},
                      Case{"ngày 05 tháng 9, năm 2026", "2026-09-05"},
                      Case{"Nga\u0300y 01 tha\u0301ng 6 na\u0306m 2022", "2022-06-01"},
                      Case{"ngày 01/6/2022 của Tỉnh ủy", "2022-06-01"}, Case{"(12/10/2020)", "2020-10-12"},
                      Case{"đăng 18-10-2023 lúc", "2023-10-18"}, Case{"ngày 02 / 9 / 2016", "2016-09-02"},
                      Case{"ngày 30\u20134\u20131975", "1975-04-30"}, Case{"ngày 3.2.1930", "1930-02-03"},
                      Case{"2022-06-01", "2022-06-01"}, Case{"29/02/2024", "2024-02-29"}));

INSTANTIATE_TEST_SUITE_P(BlankDay, Dates,
                         ::testing::Values(Case{"ngày      tháng 5 năm 2026", "2026-05"},
                                           Case{"ngày\u00a0\u00a0\u00a0tháng 5 năm 2026", "2026-05"},
                                           Case{"ngày ..... tháng 5 năm 2026", "2026-05"},
                                           Case{"ngày ____ tháng 05 năm 2026", "2026-05"},
                                           Case{"tháng 10 năm 2020", "2020-10"},
                                           Case{"trong tháng 10/2020", "2020-10"}));

INSTANTIATE_TEST_SUITE_P(
    NoDate, Dates,
    ::testing::Values(Case{"ngày      tháng      năm 2026", ""}, Case{"18/10 lúc 7 giờ", ""},
                      Case{"Nghị định số 12/5/2020/NĐ-CP", ""}, Case{"mục 1.2.2016 của bảng", ""},
                      Case{"30/02/2020", ""}, Case{"29/02/2023", ""}, Case{"32/01/2020", ""},
                      Case{"01/13/2020", ""}, Case{"ngày 01/6/22", ""}, Case{"1/6/20222", ""},
                      Case{"nhiệm kỳ 2020-2025", ""}, Case{"24/24 giờ", ""}, Case{"", ""}, Case{"ngày", ""},
                      Case{"01/6/1022", ""}));

TEST(FindDates, InOrderAndWhereTheyStand) {
  const MappedText text = fold_text("Từ ngày 14 đến ngày 20/10/1930, sau đó tháng 3 năm 1931.");
  const auto found = find_dates(text);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(encode_utf8(text.chars.substr(found[0].begin, found[0].end - found[0].begin)), "ngày 20/10/1930");
  EXPECT_FALSE(found[0].in_words);
  EXPECT_EQ(found[1].date.iso(), "1931-03");
  EXPECT_TRUE(found[1].in_words);
}

TEST(ParseDate, WholeStringOnly) {
  static constexpr Case kCases[] = {{"2022", "2022"},
                                    {"6/2022", "2022-06"},
                                    {"06-2022", "2022-06"},
                                    {"2022-06", "2022-06"},
                                    {" 01/6/2022 ", "2022-06-01"},
                                    {"ngày 1 tháng 6 năm 2022", "2022-06-01"},
                                    {"2022-06-01", "2022-06-01"},
                                    {"13/2022", ""},
                                    {"0/2022", ""},
                                    {"01/6/2022 sáng", ""},
                                    {"khoảng 2022", ""},
                                    {"20222", ""},
                                    {"1899", ""},
                                    {"", ""}};
  for (const Case& c : kCases) {
    const auto date = parse_date(c.text);
    EXPECT_EQ(date ? date->iso() : "", c.iso) << c.text;
    if (date) {
      EXPECT_EQ(parse_date(date->iso()), date) << c.text;
    }
  }
}

}  // namespace
}  // namespace vankien
