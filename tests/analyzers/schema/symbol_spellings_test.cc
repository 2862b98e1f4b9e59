// 1. However a symbol is typed as a query, one symbol is read, and it has the key of the symbol itself; where
//    marks are left out, its bare key.
// 2. Each spelling met in real papers is read as number, type, organ and year of the table.
// 3. Numbers of other kinds are no symbols.
// 4. Symbols that differ in number, type or organ have different keys, with marks and without.

#include "tests/support/symbol_spellings.h"

#include <gtest/gtest.h>

#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/citation_words.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/symbol.h"
#include "analyzers/schema/symbol_words.h"

namespace vankien {
namespace {

using test::Expect;
using test::Parts;
using test::Spelling;
using test::spellings;
using test::symbols;

// As a query reads a text: a symbol alone, else symbols in the text, else symbols said in words.
std::vector<Symbol> read(const std::string& text) {
  if (const auto whole = parse_symbol(text)) return {*whole};
  std::vector<Symbol> symbols;
  for (const Token& token : analyze(text)) {
    if (token.kind != TokenKind::kSymbol) continue;
    if (const auto symbol = parse_symbol(text.substr(token.begin, token.end - token.begin)))
      symbols.push_back(*symbol);
  }
  if (!symbols.empty()) return symbols;
  for (const auto& reading : read_symbol_words(analyze_words(text))) symbols.push_back(reading.symbol);
  return symbols;
}

TEST(SymbolSpellings, AllReadToTheSameKey) {
  ASSERT_GE(spellings().size(), 40u);
  ASSERT_GE(symbols().size(), 10u);
  for (const Parts& parts : symbols()) {
    const auto symbol = parse_symbol(parts.canonical());
    ASSERT_TRUE(symbol) << parts.canonical();
    const SymbolKeys keys = symbol_keys(*symbol);
    for (const Spelling& spelling : spellings()) {
      const std::string text = spelling.write(parts);
      if (text.empty()) continue;
      const auto found = read(text);
      ASSERT_EQ(found.size(), 1u) << spelling.name << ": " << text;
      const SymbolKeys got = symbol_keys(found[0]);
      switch (spelling.expect) {
        case Expect::kKey:
          EXPECT_EQ(got.exact, keys.exact) << spelling.name << ": " << text;
          break;
        case Expect::kBareKey:
          EXPECT_EQ(got.bare, keys.bare) << spelling.name << ": " << text;
          break;
        case Expect::kKeyWithoutYear:
          EXPECT_EQ(got.without_year, keys.without_year) << spelling.name << ": " << text;
          break;
        case Expect::kBareKeyWithoutYear:
          EXPECT_EQ(got.bare_without_year, keys.bare_without_year) << spelling.name << ": " << text;
          break;
      }
    }
  }
}

TEST(SymbolSpellings, TrungUongIsNeverTinhUy) {
  for (const std::string tw : {"TW", "tw", "TƯ", "tư", "Tư", "T.Ư", "t.ư", "T.Ư.", "T.W", "TU\u031B",
                               "T.U\u031B", "T\u01A2", "ＴＷ"})
    for (const std::string before :
         {"66-QĐ/", "66-qđ/", "66 QĐ ", "Quyết định 66-QĐ/", "quyết định số 66 "}) {
      const auto found = read(before + tw);
      ASSERT_EQ(found.size(), 1u) << before << tw;
      EXPECT_EQ(found[0].key(), "66|QĐ|TW|") << before << tw;
    }
  for (const std::string tw : {"trung ương", "Trung ương", "TRUNG ƯƠNG", "trung uong", "của Trung ương"}) {
    const auto found = read("quyết định 66 " + tw);
    ASSERT_EQ(found.size(), 1u) << tw;
    EXPECT_EQ(found[0].key(), "66|QĐ|TW|") << tw;
  }
  EXPECT_EQ(read("66-QĐ/TU").at(0).key(), "66|QĐ|TU|");
}

// Met in papers and pages of party committees and of the State's gazette; canonical forms by 36-HD/VPTW,
// 05-HD/VPTW and Decree 30/2020/NĐ-CP. `key` is what a query reads.
struct Met {
  const char* seen;
  const char* key;
};
class MetSpelling : public testing::TestWithParam<Met> {};
TEST_P(MetSpelling, IsRead) {
  const auto found = read(GetParam().seen);
  ASSERT_EQ(found.size(), 1u) << GetParam().seen;
  EXPECT_EQ(found[0].key(), GetParam().key) << GetParam().seen;
}
INSTANTIATE_TEST_SUITE_P(
    Table, MetSpelling,
    testing::Values(Met{"05-NQ/TU", "5|NQ|TU|"}, Met{"Đề án số 06-ĐA/TU", "6|ĐA|TU|"},
                    Met{"09/CT-UBND", "9|CT|UBND|"}, Met{"733/QĐ-TTg", "733|QĐ|TTG|"},
                    Met{"05 - NQ/TU", "5|NQ|TU|"}, Met{"Số: 05 -NQ/TU", "5|NQ|TU|"},
                    Met{"05/NQ-TU", "5|NQ|TU|"}, Met{"05–NQ/TU", "5|NQ|TU|"}, Met{"05−NQ/TU", "5|NQ|TU|"},
                    Met{"05-nq/tu", "5|NQ|TU|"}, Met{"5-NQ/TU", "5|NQ|TU|"}, Met{"NQ05", "5|NQ||"},
                    Met{"NQ 05", "5|NQ||"}, Met{"nghị quyết 5", "5|NQ||"}, Met{"05-QD/TW", "5|QĐ|TW|"},
                    Met{"05-Q\u00D0/TW", "5|QĐ|TW|"}, Met{"05-QĐ/TƯ", "5|QĐ|TW|"},
                    Met{"Số: 31/QĐ-TW", "31|QĐ|TW|"}, Met{"367 - QĐ/TWĐTN-VP", "367|QĐ|TWĐTN-VP|"},
                    Met{"1836 QĐ/TWĐTN", "1836|QĐ|TWĐTN|"}, Met{"số31-QĐ/TW", "31|QĐ|TW|"},
                    Met{"Số 24-BS/UBKTTU", "24|BS|UBKTTU|"}, Met{"5053-CV/VPTW/nb", "5053|CV|VPTW|"},
                    Met{"43-CV/BCĐ", "43|CV|BCĐ|"}, Met{"97-KH/ĐUK", "97|KH|ĐUK|"},
                    Met{"221-KH/QU", "221|KH|QU|"}, Met{"23-HD/BTGDVTW", "23|HD|BTGDVTW|"},
                    Met{"78-HDLT/UBND-ĐU", "78|HDLT|UBND-ĐU|"}, Met{"30/2020/NĐ-CP", "30|NĐ|CP|2020"},
                    Met{"55/2005/TTLT-BNV-VPCP", "55|TTLT|BNV-VPCP|2005"},
                    Met{"117/2025/QH15", "117||QH15|2025"}, Met{"66.16/2026/NQ-CP", "66.16|NQ|CP|2026"},
                    Met{"Số: 1234/VPCP-V.I", "1234||VPCP-VI|"}));

// Those that name no whole symbol, or name it wrongly, are citations.
TEST(SymbolSpellings, PartialCitationsOfTheTableAreRead) {
  static constexpr Met kCitations[] = {{"Nghị định 92/CP, ngày 22/10/2009", "92|NĐ|CP|2009"},
                                       {"Nghị định 121 của Chính phủ", "121|NĐ|CP|"},
                                       {"Kết luận 21 Hội nghị Trung ương 4 (khóa XIII)", "21|KL|TW|"},
                                       {"Nghị quyết TW4 khóa XII", "0|NQ||"}};
  for (const Met& row : kCitations) {
    const auto found = read_citations(analyze_words(row.seen));
    ASSERT_EQ(found.size(), 1u) << row.seen;
    EXPECT_EQ(found[0].symbol.key(), row.key) << row.seen;
  }
}

TEST(SymbolSpellings, OtherNumbersAreNone) {
  for (const char* text : {"01/6/2022",
                           "3/2/1930",
                           "ngày 27/9/2016",
                           "18-10",
                           "18/10/2023 | 10:27 GMT+7",
                           "14-31/10/1930",
                           "14 đến 31-10-1930",
                           "(12/10/2020)",
                           "24/7",
                           "tỷ lệ 3/4",
                           "2/3 số đại biểu",
                           "68/GP-BTTTT",
                           "Giấy phép số 68/GP-BTTTT ngày 16/2/2017",
                           "Điện thoại: 0203.3835.678 - Fax: 0203.3838.071",
                           "ĐT: 080-43162/FAX: 080-48924",
                           "1.000.000 đồng/tháng",
                           "500.000đ/người",
                           "12,5 tỷ/năm",
                           "Khóa 25 (2020-2022)",
                           "nhiệm kỳ 2020-2025",
                           "giai đoạn 2019 – 2025",
                           "khóa XII/XIII",
                           "lần thứ XVII/IV",
                           "100 m2/ha",
                           "5 ct/hộ",
                           "Số lượt xem: 363",
                           "thời kỳ 2020-2030",
                           "8h30-11h30"})
    EXPECT_TRUE(read(text).empty()) << text << " → " << (read(text).empty() ? "" : read(text)[0].canonical());
}

TEST(SymbolSpellings, NeighboursAreOthers) {
  std::set<std::string> exact;
  std::set<std::string> bare_keys;
  const char* const others[] = {"05-NQ/TU",      "105-NQ/TU",        "50-NQ/TU",     "05-CT/TU",
                                "05-NQ/TW",      "05-NQ/HU",         "05-NQ/QU",     "05-NQ/ĐU",
                                "05-NQ/BTCTU",   "05a-NQ/TU",        "05/NQ-CP",     "05/NQ-HĐND",
                                "05/2022/NQ-CP", "66.16/2026/NQ-CP", "66/2026/NQ-CP"};
  for (const char* text : others) {
    const auto symbol = parse_symbol(text);
    ASSERT_TRUE(symbol) << text;
    EXPECT_TRUE(exact.insert(symbol->key()).second) << text;
    EXPECT_TRUE(bare_keys.insert(symbol->bare_key()).second) << text;
  }
}

}  // namespace
}  // namespace vankien
