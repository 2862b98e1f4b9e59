// 1. A citation is read with its type, date and issuer in the orders people write them; its bytes point into the text as it
//    is, whatever form its letters have.
// 2. What is said in words (number and organ, meeting) is a citation too.
// 3. Prose, dates, ratios and licences are none; hostile texts end, and soon.
// 4. A symbol printed against the rules is told from one that is only broken over a line.

#include "analyzers/schema/draft_citations.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

std::string show(const DraftCitation& one) {
  std::string out = one.symbol ? one.symbol->canonical() : "-";
  if (one.session) out += " [" + one.session->key() + "]";
  return out + " | " + one.type + " | " + one.date + " | " + one.issuer;
}

std::string read(std::string_view text) {
  std::string out;
  for (const DraftCitation& one : find_draft_citations(text)) out += (out.empty() ? "" : "\n") + show(one);
  return out;
}

TEST(DraftCitations, AreRead) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"Thực hiện Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang về nguồn nhân lực",
       "05-NQ/TU | Nghị quyết | 2022-06-01 | Tỉnh ủy Đông Giang"},
      {"Nghị quyết số 05-NQ/TU của Tỉnh ủy Đông Giang, ngày 01/6/2022 về nguồn nhân lực",
       "05-NQ/TU | Nghị quyết | 2022-06-01 | Tỉnh ủy Đông Giang"},
      {"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
       "30/2020/NĐ-CP | Nghị định | 2020-03-05 | Chính phủ"},
      {"Quyết định số 733/QĐ-TTg, ngày 14/6/2019 của Thủ tướng Chính phủ phê duyệt Đề án",
       "733/QĐ-TTg | Quyết định | 2019-06-14 | Thủ tướng Chính phủ"},
      {"theo 06-ĐA/TU, ngày 01/5/2023, và 05-NQ/TU đã nêu",
       "06-ĐA/TU | Đề án | 2023-05-01 | \n05-NQ/TU | Nghị quyết |  | "},
      {"Kết luận số 21-KL/TW ngày 25/10/2021 của Ban Chấp hành Trung ương khóa XIII đã chỉ rõ",
       "21-KL/TW | Kết luận | 2021-10-25 | Ban Chấp hành Trung ương khóa XIII"},
      {"nghị quyết số 05-nq/tu của tỉnh ủy đông giang", "05-NQ/TU | Nghị quyết |  | tỉnh ủy"},
      {"Thông tư số 01/2011/TT-BNV của Bộ Nội vụ và Quyết định số 5/QĐ-UBND của UBND tỉnh",
       "01/2011/TT-BNV | Thông tư |  | Bộ Nội vụ\n05/QĐ-UBND | Quyết định |  | UBND tỉnh"},
      {"Quyết định số 12-QĐ/TU của Ban Thường vụ Tỉnh ủy ban hành Quy chế",
       "12-QĐ/TU | Quyết định |  | Ban Thường vụ Tỉnh ủy"},
      {"Nghị quyết số 05-\nNQ/TU, ngày 01/6/2022\ncủa Tỉnh ủy",
       "05-NQ/TU | Nghị quyết | 2022-06-01 | Tỉnh ủy"},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(read(text), expected) << text;
}

TEST(DraftCitations, ADateOfSomethingElseIsNotTheirs) {
  for (const char* between : {" từ ngày ", " kể từ ngày ", " trước ngày ", " đến ngày ", " sau ", " và ngày ",
                              ". Ngày ", "; ", " - ban "})
    EXPECT_EQ(read("Thực hiện Nghị quyết số 05-NQ/TU" + std::string(between) + "30/10/2026"),
              "05-NQ/TU | Nghị quyết |  | ")
        << between;
  for (const char* between : {" ngày ", ", ", " (", " ký ngày ", " ban hành ngày ", ", ký ban hành\nngày "})
    EXPECT_EQ(read("Thực hiện Nghị quyết số 05-NQ/TU" + std::string(between) + "30/10/2026"),
              "05-NQ/TU | Nghị quyết | 2026-10-30 | ")
        << between;
}

TEST(DraftCitations, AreReadFromWords) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"Nghị quyết 05 của Tỉnh ủy về chợ", "05-NQ/TU | Nghị quyết |  | Tỉnh ủy"},
      {"Nghị định 121 của Chính phủ", "121/NĐ-CP | Nghị định |  | Chính phủ"},
      {"Nghị quyết Trung ương 4 khóa XII", "- [TW|4|XII] | Nghị quyết |  | "},
      {"Kết luận 21 Hội nghị Trung ương 4 (khóa XIII)", "21-KL/TW [TW|4|XIII] | Kết luận |  | "},
  };
  for (const auto& [text, expected] : kCases) {
    std::string found = read(text);
    EXPECT_EQ(found.substr(0, std::string(expected).size()), expected) << text;
  }
}

TEST(DraftCitations, ProseIsNone) {
  for (const char* text :
       {"", "ngày 01/6/2022", "tỷ lệ 3/4", "giấy phép 68/GP-BTTTT", "nghị quyết của Tỉnh ủy",
        "nhiệm kỳ 2020-2025", "thực hiện nghị quyết.\n3. Tỉnh ủy chỉ đạo",
        "các nghị quyết\n4. Chính phủ giao", "\xFF\xFE\x80", "điện thoại 0240-3858-123"})
    EXPECT_EQ(read(text), "") << text;
}

// The bytes of each citation in the text, between strokes.
std::string marked(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const DraftCitation& one : find_draft_citations(text)) {
    EXPECT_LE(at, one.begin);
    EXPECT_LT(one.begin, one.end);
    out.append(text.substr(at, one.begin - at))
        .append("<")
        .append(text.substr(one.begin, one.end - one.begin)) += ">";
    at = one.end;
  }
  return out.append(text.substr(at));
}

TEST(DraftCitations, PointIntoTheText) {
  EXPECT_EQ(marked("Theo Quyết định số 411-QĐ/TU, ngày 22/6/2012 của Tỉnh ủy về chợ; xem 05-NQ/TU."),
            "Theo <Quyết định số 411-QĐ/TU, ngày 22/6/2012 của Tỉnh ủy> về chợ; xem <05-NQ/TU>.");
  // Decomposed, with marks in either order; D with stroke from elsewhere; no-break blanks.
  EXPECT_EQ(marked("Theo Quye\u0302\u0301t đi\u0323nh số 411-Q\u00D0/TU cu\u0309a Ti\u0309nh u\u0309y "
                   "ve\u0302\u0300 chợ"),
            "Theo <Quye\u0302\u0301t đi\u0323nh số 411-Q\u00D0/TU cu\u0309a Ti\u0309nh u\u0309y> "
            "ve\u0302\u0300 chợ");
  EXPECT_EQ(marked("\xFF Nghị quyết\u00A0số\u00A005-NQ/TU \U0001F600 09/CT-UBND"),
            "\xFF <Nghị quyết\u00A0số\u00A005-NQ/TU> \U0001F600 <09/CT-UBND>");
}

TEST(DraftCitations, HostileTextsEnd) {
  for (const char* piece :
       {"05-NQ/TU, ngày 01/6/2022 ", "nqtw4 ", "1/1/2000 ", "của ", "Nghị quyết 05 của Tỉnh ủy ", "0",
        "Nghị quyết số ", "05-NQ/TU của ", "T.Ư. ", "hội nghị lần thứ "}) {
    std::string text;
    while (text.size() < 8'000) text += piece;
    for (const DraftCitation& one : find_draft_citations(text)) ASSERT_LE(one.end, text.size());
  }
}

TEST(DraftCitations, RulesOfWriting) {
  static constexpr std::pair<const char*, bool> kCases[] = {
      {"số 05-NQ/TU", true},  {"số 05-\nNQ/TU", true}, {"số 5-NQ/TU", false},   {"số 05/NQ-TU", false},
      {"số 05-NQ-TU", false}, {"số 05NQ/TU", false},   {"30/2020/NĐ-CP", true}, {"30/2020/ND-CP", false}};
  for (const auto& [text, expected] : kCases) {
    const auto found = find_draft_citations(text);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(is_well_written(found[0]), expected) << text << " as " << found[0].written;
  }
}

}  // namespace
}  // namespace vankien
