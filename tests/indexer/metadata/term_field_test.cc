// 1. A date falls into the term of its level's congress, from the day or month it met.
// 2. What the document says of its own committee wins, if its date allows it.
// 3. Terms of other committees it speaks of do not count; state papers have none.

#include "indexer/metadata/term_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

struct Case {
  const char* level;
  const char* date;
  const char* term;
};

TEST(Term, OnADate) {
  static constexpr Case kCases[] = {
      {"trung ương", "2021-01-24", "XII"},
      {"trung ương", "2021-01-25", "XIII"},
      {"trung ương", "2021-01", "XII"},
      {"trung ương", "2026-02", "XIV"},
      {"trung ương", "1998-04-07", "VIII"},
      {"trung ương", "1980-01-01", ""},
      {"tỉnh", "2020-09-30", "2015-2020"},
      {"tỉnh", "2020-10-01", "2020-2025"},
      {"tỉnh", "1999-09-20", "1996-2000"},
      {"tỉnh", "1990-01-01", ""},
      {"huyện", "2020-07-31", "2015-2020"},
      {"huyện", "2020-08-01", "2020-2025"},
      {"xã", "2025-09-05", "2025-2030"},
      {"chi bộ", "2023-11", "2020-2025"},
      {"", "2023-11", ""},
      {"tỉnh", "", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(term_on(c.level, c.date), c.term) << c.level << c.date;
}

std::string term_of(const std::string& text, const char* issuer, const char* level, const char* date) {
  const auto term =
      read_term(head_of("ĐẢNG CỘNG SẢN VIỆT NAM\n" + text), System::kParty, issuer, level, date);
  return term ? term->value + " " + term->from : "-";
}

TEST(Term, OwnCommittee) {
  EXPECT_EQ(term_of("ĐIỀU LỆ\nvề chợ\n", "Đại hội đại biểu toàn quốc lần thứ IX", "trung ương", "2001-04-18"),
            "IX letterhead");
  EXPECT_EQ(term_of("QUY ĐỊNH\nvề chợ\n- Căn cứ Quy chế làm việc của Bộ Chính trị khoá\nXI;\n",
                    "Bộ Chính trị", "trung ương", "2012-01-01"),
            "XI text");
  EXPECT_EQ(term_of("NGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ BA BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA X\nvề chợ\n",
                    "Ban Chấp hành Trung ương", "trung ương", ""),
            "X text");
  EXPECT_EQ(term_of("QUY ĐỊNH\nvề chợ\n- Căn cứ Quy chế làm việc của Tỉnh ủy, nhiệm kỳ 2020 - 2025;\n",
                    "Tỉnh ủy An Phong", "tỉnh", "2020-09-20"),
            "2020-2025 text");
}

TEST(Term, OtherCommittees) {
  EXPECT_EQ(term_of("KẾT LUẬN\nvề Nghị quyết khóa XII\n- Căn cứ Nghị quyết của Trung ương khóa XI;\n",
                    "Bộ Chính trị", "trung ương", "2022-07-15"),
            "XIII derived from date");
  EXPECT_EQ(term_of("QUY ĐỊNH\nvề chợ\n- Căn cứ Quy chế làm việc của Bộ Chính trị khóa XI;\n", "Bộ Chính trị",
                    "trung ương", "2022-07-15"),
            "XIII derived from date");
  EXPECT_EQ(term_of("PHƯƠNG ÁN\nnhân sự nhiệm kỳ 2020-2025\n", "Tỉnh ủy An Phong", "tỉnh", "2020-03-17"),
            "2015-2020 derived from date");
}

TEST(Term, StatePapersHaveNone) {
  EXPECT_FALSE(read_term(head_of("BỘ Y TẾ\n"), System::kState, "Bộ Y tế", "trung ương", "2022-07-15"));
}

}  // namespace
}  // namespace vankien
