// 1. The index's i is shown as the y that offices write, and only there.
// 2. Whatever is shown is folded back to the same word.

#include "analyzers/usual_spelling.h"

#include <gtest/gtest.h>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

struct Row {
  const char* folded;
  const char* shown;
};
constexpr Row kTable[] = {
    {"kĩ", "kỹ"},   {"kỉ", "kỷ"}, {"lí", "lý"},   {"tỉ", "tỷ"},     {"ti", "ty"},       {"qui", "quy"},
    {"quĩ", "quỹ"}, {"hi", "hy"}, {"mĩ", "mỹ"},   {"mì", "mì"},     {"sĩ", "sĩ"},       {"vị", "vị"},
    {"thi", "thi"}, {"bị", "bị"}, {"gì", "gì"},   {"chí", "chí"},   {"quyết", "quyết"}, {"ủy", "ủy"},
    {"kí", "ký"},   {"i", "i"},   {"tin", "tin"}, {"tkik", "tkik"}, {"", ""},
};

TEST(UsualSpelling, IsWhatOfficesWrite) {
  for (const Row& row : kTable) EXPECT_EQ(usual_spelling(row.folded), row.shown);
}

TEST(UsualSpelling, FoldsBack) {
  for (const Row& row : kTable) EXPECT_EQ(fold_value(row.shown), row.folded);
}

}  // namespace
}  // namespace vankien
