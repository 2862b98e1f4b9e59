// 1. The line follows the rules of the Party's papers, or the State's; what is not known is left out.

#include "searchd/search/citations/citation_line.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

DocumentName name(std::string symbol, std::string type, std::string title, std::string date,
                  std::string issuer) {
  DocumentName made;
  made.id = "a";
  made.symbol = std::move(symbol);
  made.type = std::move(type);
  made.title = std::move(title);
  made.date = std::move(date);
  made.issuer = std::move(issuer);
  return made;
}

TEST(CitationLine, FollowsTheRules) {
  EXPECT_EQ(
      citation_line(name("05-NQ/TU", "Nghị quyết", "Nâng cao chất lượng nguồn nhân lực", "2022-06-01",
                         "Tỉnh ủy Đông Giang")),
      "Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang về nâng cao chất lượng nguồn nhân lực");
  EXPECT_EQ(
      citation_line(name("30/2020/NĐ-CP", "Nghị định", "Về công tác văn thư", "2020-03-05", "Chính phủ")),
      "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư");
  EXPECT_EQ(
      citation_line(name("12-QĐ/TU", "Quyết định", "Ban hành Quy chế làm việc", "2021-02-12", "Tỉnh ủy")),
      "Quyết định số 12-QĐ/TU, ngày 12/02/2021 của Tỉnh ủy ban hành Quy chế làm việc");
  EXPECT_EQ(citation_line(name("31/2024/QH15", "Luật", "Luật Đất đai", "2024-01-18", "Quốc hội")),
            "Luật số 31/2024/QH15 ngày 18/01/2024 của Quốc hội (Luật Đất đai)");
  EXPECT_EQ(citation_line(name("8-CV/TU", "Công văn", "V/v nghỉ lễ", "2026-05", "")),
            "Công văn số 8-CV/TU, tháng 5/2026 về việc nghỉ lễ");
  EXPECT_EQ(citation_line(name("", "", "Đảng viên mới", "1998", "")), "năm 1998 về Đảng viên mới");
  EXPECT_EQ(citation_line(name("", "", "", "", "")), "");
}

}  // namespace
}  // namespace vankien
