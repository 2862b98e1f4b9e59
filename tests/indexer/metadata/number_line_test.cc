// 1. "Số" and what may stand before it, also badly read where a digit follows; Sở and prose are none.
// 2. Leaders around a number filled in by hand go, letters that optical reading took digits for become digits.
// 3. Second numbers and blank numbers stay as they are.

#include "indexer/metadata/number_line.h"

#include <gtest/gtest.h>

#include "analyzers/char_filters.h"

namespace vankien {
namespace {

TEST(NumberLine, BehindSo) {
  static constexpr std::pair<const char*, std::size_t> kCases[] = {
      {"Số 5-NQ/HU", 2},
      {"Số: …-NQ/HU", 2},
      {"Luật số: 5/2031/QH17", 7},
      {"Sắc lệnh số 5/SL", 11},
      {"Sô: 5-NQ/HU", 2},
      {"SO 5-NQ/HU", 2},
      {"* Số 5-NQ/HU", 4},
      {"(Số: 5-NQ/HU)", 3},
      {"Sở Y tế", 0},
      {"Sổ 5", 2},
      {"Sổ tay", 0},
      {"So với năm 2019", 0},
      {"- Số hộ nghèo", 0},
      {"Chợ số 5", 0},
      {"", 0},
  };
  for (const auto& [text, end] : kCases) EXPECT_EQ(after_so(fold_text(text).chars), end) << text;
}

TEST(NumberLine, PlainNumbers) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {": ..12../QĐ-HU", " 12/QĐ-HU"},
      {" …05…-NQ/HU", " 05-NQ/HU"},
      {"_7_ /QĐ-HU", " 7/QĐ-HU"},
      {" ..5.NQ/HU", " 5-NQ/HU"},
      {" l2/QĐ-HU", " 12/QĐ-HU"},
      {" 1O-NQ/HU", " 10-NQ/HU"},
      {" 12 /QĐ-HU", " 12 /QĐ-HU"},
      {": 66.16/2026/NQ-CP", ": 66.16/2026/NQ-CP"},
      {" …/QĐ-HU", " …/QĐ-HU"},
      {" lO/QĐ-HU", " lO/QĐ-HU"},
      {"", ""},
  };
  for (const auto& [text, plain] : kCases) EXPECT_EQ(with_plain_number(text), plain) << text;
}

}  // namespace
}  // namespace vankien
