// 1. A slip that people make every day costs 1, what is no slip more than anything worth a guess.
// 2. One slip of a bare word leads to what it was meant as, and always to itself.

#include "searchd/search/spelling/misspelling.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vankien {
namespace {

TEST(Misspelling, Costs) {
  const struct {
    const char* typed;
    const char* meant;
    double cost;
  } table[] = {
      {"số", "số", 0},       {"đôi", "đổi", 1},       {"xố", "số", 1},       {"quyêts", "quyết", 1},
      {"nghỉ", "nghĩ", 1},   {"chương", "trương", 1}, {"nòng", "lòng", 1},   {"gia", "da", 1},
      {"nguôn", "nguồn", 1}, {"quyếtt", "quyết", 1},  {"qyuết", "quyết", 1}, {"đang", "đảng", 1},
      {"nhâm", "nhân", 1.5}, {"quyế", "quyết", 1.5},  {"nghi", "nghị", 0},   {"nhan", "nhân", 0},
  };
  for (const auto& row : table)
    EXPECT_DOUBLE_EQ(slip_cost(row.typed, row.meant), row.cost) << row.typed << " " << row.meant;
  EXPECT_GT(slip_cost("biển", "rừng"), kFurthest);
  EXPECT_GT(slip_cost("", "nghiêng"), kFurthest);
  EXPECT_GT(slip_cost("nghiêngnghiêng", "nghiêng"), kFurthest);
}

TEST(Misspelling, BareSlips) {
  const struct {
    const char* typed;
    const char* meant;
  } table[] = {{"quyets", "quyet"}, {"ngiem", "nghiem"}, {"xo", "so"},      {"chuong", "truong"},
               {"gia", "ra"},       {"qyuet", "quyet"},  {"nhanh", "nhan"}, {"nuc", "luc"},
               {"nguuon", "nguon"}, {"khom", "khoa"},    {"an", "anh"},     {"so", "so"},
               {"lanh", "nanh"},    {"ki", "ky"}};
  for (const auto& row : table) {
    const auto slips = bare_slips(row.typed);
    EXPECT_TRUE(std::find(slips.begin(), slips.end(), row.meant) != slips.end()) << row.typed;
    EXPECT_TRUE(std::is_sorted(slips.begin(), slips.end()));
  }
}

}  // namespace
}  // namespace vankien
