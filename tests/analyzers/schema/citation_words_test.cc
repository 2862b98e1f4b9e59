// 1. A document named by type, number, organ, meeting and term is read with all that was said, in any order
//    people use, with Roman and Arabic numerals and ordinals in words, with marks and without.
// 2. Two spellings of one act are looked for by the same terms.
// 3. What only resembles a meeting is none.
// 4. A citation is looked for by its own terms; a document that cites it by others.

#include "analyzers/schema/citation_words.h"

#include <gtest/gtest.h>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

std::string read(std::string_view text) {
  std::string out;
  for (const auto& c : read_citations(analyze_words(text)))
    out += (out.empty() ? "" : " ; ") + c.symbol.key() + " " + (c.session ? c.session->key() : "-") + " " +
           (c.term.empty() ? "-" : c.term);
  return out;
}

struct Row {
  const char* text;
  const char* reading;  ///< symbol's key, meeting, term
};

class Citation : public testing::TestWithParam<Row> {};
TEST_P(Citation, IsRead) { EXPECT_EQ(read(GetParam().text), GetParam().reading) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    Meetings, Citation,
    testing::Values(
        Row{"NQTW4 khoá XII", "0|NQ|| TW|4|XII XII"}, Row{"nqtw 4 khóa 12", "0|NQ|| TW|4|XII XII"},
        Row{"Nghị quyết TW4 khóa XII", "0|NQ|| TW|4|XII XII"},
        Row{"Nghị quyết TƯ 4 khóa XII", "0|NQ|| TW|4|XII XII"},
        Row{"Nghị quyết T.Ư 4 (khóa XII)", "0|NQ|| TW|4|XII XII"},
        Row{"Nghị quyết Trung ương 4 (khóa XII)", "0|NQ|| TW|4|XII XII"},
        Row{"nghi quyet trung uong 4 khoa xii", "0|NQ|| TW|4|XII XII"},
        Row{"Nghị quyết Hội nghị Trung ương IV khóa XII", "0|NQ|| TW|4|XII XII"},
        Row{"Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII", "0|NQ|| TW|4|XII XII"},
        Row{"Nghị quyết Hội nghị lần thứ 4 của BCH TW Đảng khóa XII", "0|NQ|| TW|4|XII XII"},
        Row{"nghi quyet hoi nghi lan thu tu ban chap hanh trung uong dang khoa 12", "0|NQ|| TW|4|XII XII"},
        Row{"NQ HNTW 4 khóa XII", "0|NQ|| TW|4|XII XII"},
        Row{"Hội nghị lần thứ mười một Ban Chấp hành Trung ương Đảng khóa XIII", "0||| TW|11|XIII XIII"},
        Row{"Hội nghị Trung ương lần thứ tám khoá XIII", "0||| TW|8|XIII XIII"},
        Row{"Nghị quyết Trung ương 6", "0|NQ|| TW|6| -"},
        Row{"Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa XV", "0|NQ|| TU|5|XV XV"}));
INSTANTIATE_TEST_SUITE_P(
    Congresses, Citation,
    testing::Values(Row{"Nghị quyết Đại hội XIII", "0|NQ|| TW|ĐH|XIII XIII"},
                    Row{"nghi quyet dai hoi 13", "0|NQ|| TW|ĐH|XIII XIII"},
                    Row{"Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
                        "0|NQ|| TW|ĐH|XIII XIII"},
                    Row{"Nghị quyết Đại hội Đảng lần thứ mười ba", "0|NQ|| TW|ĐH|XIII XIII"},
                    Row{"Nghị quyết Đại hội Đảng bộ tỉnh Đông Giang lần thứ XVI", "0|NQ|| TU|ĐH|XVI XVI"},
                    Row{"Nghị quyết Đại hội đại biểu Đảng bộ huyện lần thứ 20", "0|NQ|| HU|ĐH|XX XX"}));
INSTANTIATE_TEST_SUITE_P(
    Numbers, Citation,
    testing::Values(Row{"Kết luận 21 Hội nghị Trung ương 4 khóa XIII", "21|KL|TW| TW|4|XIII XIII"},
                    Row{"kết luận 21 hội nghị trung ương 4", "21|KL|TW| TW|4| -"},
                    Row{"Nghị quyết số 04-NQ/TW ngày 30/10/2016 của Hội nghị lần thứ tư Ban Chấp hành "
                        "Trung ương Đảng khóa XII",
                        "4|NQ|TW| TW|4|XII XII"},
                    Row{"Kết luận 21-KL/TW khóa XIII", "21|KL|TW| - XIII"},
                    Row{"nghị quyết 5 tỉnh ủy nhiệm kỳ 2020-2025", "5|NQ|TU| - 2020-2025"},
                    Row{"Nghị định 92/CP", "92|NĐ|CP| - -"},
                    Row{"Nghị định 92/CP, ngày 22/10/2009", "92|NĐ|CP|2009 - -"},
                    Row{"Nghị định 121 của Chính phủ", "121|NĐ|CP| - -"},
                    Row{"nghị định 121 của chính phủ năm 2004", "121|NĐ|CP|2004 - -"},
                    Row{"nghị quyết 5 của tỉnh uỷ về nguồn nhân lực", "5|NQ|TU| - -"}));
INSTANTIATE_TEST_SUITE_P(None, Citation,
                         testing::Values(Row{"báo cáo trung ương 5 năm qua", ""},
                                         Row{"nghị quyết trung ương 5 năm thực hiện", ""},
                                         Row{"hội nghị hiệp thương lần thứ nhất", ""},
                                         Row{"đại hội đồng cổ đông lần thứ nhất", ""},
                                         Row{"đại hội cháu ngoan", ""}, Row{"trung ương và địa phương", ""},
                                         Row{"nghị quyết 5", ""}, Row{"khóa 25", ""},
                                         Row{"nghị quyết của đại hội", ""}));

std::string terms(std::string_view text) {
  const auto citations = read_citations(analyze_words(text));
  if (citations.size() != 1) return "not one citation";
  const CitationTerms found = citation_terms(citations[0]);
  std::string out;
  for (const auto& [name, list] : {std::pair("own", &found.own), std::pair("better", &found.better),
                                   std::pair("mentions", &found.mentions)}) {
    out += out.empty() ? name : std::string(" · ") + name;
    for (const auto& term : *list) out += " " + term;
  }
  return out;
}

TEST(CitationTerms, NameTheDocumentAndThoseThatCiteIt) {
  EXPECT_EQ(terms("NQTW4 khoá XII"), "own XTnghị quyết XHTW|4|XII · better · mentions XCTW|4|XII");
  EXPECT_EQ(terms("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII"),
            terms("NQTW4 khoá XII"));
  EXPECT_EQ(terms("Kết luận 21 Hội nghị Trung ương 4 khóa XIII"),
            "own XS21|KL|TW| XKxiii · better XHTW|4|XIII · mentions XM21|KL|TW|");
  EXPECT_EQ(terms("Nghị định 92/CP, ngày 22/10/2009"),
            "own XS92|NĐ|CP| · better XS92|NĐ|CP|2009 · mentions XM92|NĐ|CP| XM92||CP|");
  EXPECT_EQ(terms("nghị quyết 5 tỉnh ủy nhiệm kỳ 2020-2025"),
            "own XS5|NQ|TU| XK2020 2025 · better · mentions XM5|NQ|TU|");
}

TEST(CitationReading, SaysMoreThanTheSymbolInIt) {
  const auto more = [](std::string_view text, std::string_view symbol) {
    return says_more(read_citations(analyze_words(text)).at(0), *parse_symbol(symbol));
  };
  EXPECT_TRUE(more("Nghị định 92/CP", "92/CP"));
  EXPECT_TRUE(more("Nghị quyết 04-NQ/TW khóa XII", "04-NQ/TW"));
  EXPECT_FALSE(more("Nghị quyết 04-NQ/TW", "04-NQ/TW"));
  EXPECT_FALSE(more("luật số 117/2025/QH15", "117/2025/QH15"));
}

}  // namespace
}  // namespace vankien
