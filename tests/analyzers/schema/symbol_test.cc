// 1. Symbols are found as people write them, and all spellings give one canonical form and one key.
// 2. Dates, ratios, telephone numbers, licences and prose are no symbols.
// 3. TƯ and T.Ư are Trung ương, never Tỉnh ủy.
// 4. Reading a canonical form gives the symbol back.
// 5. Symbols said in words are read with number, type and organ.

#include "analyzers/schema/symbol.h"

#include <gtest/gtest.h>

#include "analyzers/analyzer.h"
#include "analyzers/char_filters.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/symbol_words.h"

namespace vankien {
namespace {

std::string found_in(std::string_view bytes) {
  MappedText text = decode_utf8(bytes);
  fold_look_alikes(text);
  to_nfc(text);
  std::string out;
  for (const FoundSymbol& found : find_symbols(text))
    out += (out.empty() ? "" : " ; ") + found.symbol.canonical();
  return out;
}

struct Row {
  std::string text;
  std::string canonical;
};
class Spelling : public testing::TestWithParam<Row> {};
TEST_P(Spelling, IsUnderstood) { EXPECT_EQ(found_in(GetParam().text), GetParam().canonical); }

INSTANTIATE_TEST_SUITE_P(Party, Spelling,
                         testing::Values(Row{"05-NQ/TU", "05-NQ/TU"}, Row{"5-NQ/TU", "05-NQ/TU"},
                                         Row{"Số 05 - NQ/TU", "05-NQ/TU"}, Row{"Số: 05 -NQ/TU", "05-NQ/TU"},
                                         Row{"05–NQ/TU", "05-NQ/TU"}, Row{"05\u2212NQ/TU", "05-NQ/TU"},
                                         Row{"05\u00A0–\u00A0NQ/TU", "05-NQ/TU"}, Row{"05-nq/tu", "05-NQ/TU"},
                                         Row{"05/NQ-TU", "05-NQ/TU"}, Row{"số31-QĐ/TW", "31-QĐ/TW"},
                                         Row{"1836 QĐ/TWĐTN", "1836-QĐ/TWĐTN"}, Row{"05-QD/TW", "05-QĐ/TW"},
                                         Row{"05-Q\u00D0/TW", "05-QĐ/TW"}, Row{"11-Ctr/TU", "11-CTr/TU"},
                                         Row{"05-QĐ/TƯ", "05-QĐ/TW"}, Row{"05-QĐ/T.Ư", "05-QĐ/TW"},
                                         Row{"12-HD/BTCTƯ", "12-HD/BTCTW"}, Row{"3-KL/Th.U", "03-KL/ThU"},
                                         Row{"418-CV/TU/nb", "418-CV/TU/nb"}, Row{"76-\nNQ/TW", "76-NQ/TW"},
                                         Row{"367 - QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP"},
                                         Row{"12a-NQ/TU", "12a-NQ/TU"}));
INSTANTIATE_TEST_SUITE_P(
    State, Spelling,
    testing::Values(Row{"30/2020/NĐ-CP", "30/2020/NĐ-CP"}, Row{"733/QĐ-TTg", "733/QĐ-TTg"},
                    Row{"733/qđ-ttg", "733/QĐ-TTg"}, Row{"144 /2002/QĐ/BTC", "144/2002/QĐ-BTC"},
                    Row{"117/2025/QH15", "117/2025/QH15"}, Row{"25/2022/UBTVQH15", "25/2022/UBTVQH15"},
                    Row{"Số: 123/UBND-KGVX", "123/UBND-KGVX"}, Row{"92/CP", "92/CP"},
                    Row{"58/2009/TTLT - BNV - BTC", "58/2009/TTLT-BNV-BTC"},
                    Row{"05-NQ/TU - BTV", "05-NQ/TU"}, Row{"55/2005/TTLT-BNV-VPCP", "55/2005/TTLT-BNV-VPCP"},
                    Row{"01/2022/TTLT-VKSNDTC-TANDTC-\nBQP", "01/2022/TTLT-VKSNDTC-TANDTC-BQP"}));
INSTANTIATE_TEST_SUITE_P(None, Spelling,
                         testing::Values(Row{"ngày 01/6/2022", ""}, Row{"12-10/2020", ""},
                                         Row{"68/GP-BTTTT", ""}, Row{"điện thoại 0203.3835/678", ""},
                                         Row{"giai đoạn 2019–2025", ""}, Row{"100 m2/ha", ""},
                                         Row{"5 ct/hộ", ""}, Row{"24/7", ""}, Row{"tỷ lệ 3/4", ""},
                                         Row{"nhiệm kỳ 2020-2025", ""}, Row{"1.000.000 đồng/tháng", ""}));
INSTANTIATE_TEST_SUITE_P(Several, Spelling,
                         testing::Values(Row{"20-NQ/TW, 5-nq/tu; 30/2020/nđ-cp.",
                                             "20-NQ/TW ; 05-NQ/TU ; 30/2020/NĐ-CP"},
                                         Row{"105-NQ/TU và 05-CT/TU", "105-NQ/TU ; 05-CT/TU"}));

TEST(Symbol, ReadsItsCanonicalForm) {
  for (const char* text :
       {"05-NQ/TU", "30/2020/NĐ-CP", "733/QĐ-TTg", "117/2025/QH15", "418-CV/TU/nb", "148-BC/ThU"}) {
    const auto symbol = parse_symbol(text);
    ASSERT_TRUE(symbol) << text;
    EXPECT_EQ(symbol->canonical(), text);
  }
  EXPECT_FALSE(parse_symbol("05-NQ/TU và"));
  EXPECT_FALSE(parse_symbol(""));
}

TEST(SymbolKeys, MeetWhatPeopleLeaveOut) {
  const SymbolKeys keys = symbol_keys(*parse_symbol("30/2020/NĐ-CP"));
  EXPECT_EQ(keys.exact, "30|NĐ|CP|2020");
  EXPECT_EQ(keys.without_year, "30|NĐ|CP|");
  EXPECT_EQ(keys.bare, "30|ND|CP|2020");
  EXPECT_EQ(keys.bare_without_year, "30|ND|CP|");
  EXPECT_EQ(symbol_keys(*parse_symbol("418-CV/TU/nb")).exact, symbol_keys(*parse_symbol("418-CV/TU")).exact);
  EXPECT_EQ(number_key(5, "QĐ"), "5|QD");
  EXPECT_NE(symbol_keys(*parse_symbol("05-ĐA/TU")).exact, symbol_keys(*parse_symbol("05-DA/TU")).exact);
}

std::string read(std::string_view text) {
  std::string out;
  for (const auto& reading : read_symbol_words(analyze_words(text)))
    out += (out.empty() ? "" : " ; ") + reading.symbol.key();
  return out;
}

TEST(SymbolWords, AreReadAsPeopleTypeThem) {
  EXPECT_EQ(read("05 nq tu"), "5|NQ|TU|");
  EXPECT_EQ(read("nq 05 tu 2022"), "5|NQ|TU|");
  EXPECT_EQ(read("nq05"), "5|NQ||");
  EXPECT_EQ(read("57 nq tw"), "57|NQ|TW|");
  EXPECT_EQ(read("nghị quyết 57 trung ương"), "57|NQ|TW|");
  EXPECT_EQ(read("nghi quyet 57 trung uong"), "57|NQ|TW|");
  EXPECT_EQ(read("nghi quyet so 05 cua tinh uy"), "5|NQ|TU|");
  EXPECT_EQ(read("quyết định 31 tư"), "31|QĐ|TW|");
  EXPECT_EQ(read("30 2020 nd cp"), "30|ND|CP|2020");
  EXPECT_EQ(read("kết luận năm 2024"), "");
  EXPECT_EQ(read("nghị quyết 2024"), "");
  EXPECT_EQ(read("5 người dân"), "");
}

TEST(SymbolWords, EndWithTheirSentence) {
  const auto read_text = [](std::string_view text) {
    std::string out;
    for (const auto& reading : read_symbol_words(analyze_words(text), text))
      out += (out.empty() ? "" : " ; ") + reading.symbol.key();
    return out;
  };
  EXPECT_EQ(read_text("thực hiện nghị quyết.\n3. Tỉnh ủy chỉ đạo"), "");
  EXPECT_EQ(read_text("thực hiện nghị quyết\n3. Tỉnh ủy chỉ đạo"), "");
  EXPECT_EQ(read_text("thực hiện nghị quyết\n3 Tỉnh ủy chỉ đạo"), "");
  EXPECT_EQ(read_text("thực hiện nghị quyết; 3 tỉnh ủy"), "");
  EXPECT_EQ(read_text("theo nghị quyết 05. Tỉnh ủy chỉ đạo"), "5|NQ||");
  EXPECT_EQ(read_text("theo nghị quyết số\n05 của\nTỉnh ủy. Nghị quyết 57 T.Ư"), "5|NQ|TU| ; 57|NQ|TW|");
}

TEST(Hints, NameTypesAndYears) {
  const Hints hints = read_hints(analyze_words("ket luan cua tinh uy nam 2024"));
  ASSERT_EQ(hints.types.size(), 1u);
  EXPECT_EQ(hints.types[0].name, "Kết luận");
  EXPECT_EQ(hints.types[0].last, 2u);
  ASSERT_EQ(hints.years.size(), 1u);
  EXPECT_EQ(hints.years[0], 2024);
}

}  // namespace
}  // namespace vankien
