// 1. Arabic and Roman numerals and ordinals in words mean the same number.
// 2. What is no numeral up to 39 is none.
// 3. Writing and reading a Roman numeral gives the number back.

#include "analyzers/schema/numerals.h"

#include <gtest/gtest.h>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

int value(std::string_view text) {
  const auto found = ordinal_at(analyze_words(text), 0);
  return found ? found->value : 0;
}

TEST(Ordinal, IsReadInEveryForm) {
  struct Row {
    const char* text;
    int value;
  };
  static constexpr Row kRows[] = {
      {"4", 4},     {"IV", 4},        {"iv", 4},       {"tư", 4},        {"bốn", 4},  {"tu", 4},
      {"thứ", 0},   {"nhất", 1},      {"XIII", 13},    {"13", 13},       {"bẩy", 7},  {"bảy", 7},
      {"mười", 10}, {"mười một", 11}, {"muoi ba", 13}, {"mười lăm", 15}, {"XX", 20},  {"XXIX", 29},
      {"39", 39},   {"40", 0},        {"0", 0},        {"của", 0},       {"IIII", 0}, {"VX", 0}};
  for (const Row& row : kRows) EXPECT_EQ(value(row.text), row.value) << row.text;
}

TEST(Roman, ComesBack) {
  for (std::uint16_t n = 1; n <= 39; ++n) EXPECT_EQ(parse_roman(roman(n)), n);
  EXPECT_FALSE(parse_roman(""));
  EXPECT_FALSE(parse_roman("XXXX"));
}

}  // namespace
}  // namespace vankien
