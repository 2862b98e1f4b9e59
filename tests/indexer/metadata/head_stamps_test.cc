// 1. Urgency and draft are stamps in or above the head: capitals alone, spaced out, without marks, beside a grade.
// 2. Titles and prose that speak of them are none.
// 3. Of several the highest urgency counts, and the draft with its count.

#include <gtest/gtest.h>

#include "indexer/metadata/draft_field.h"
#include "indexer/metadata/urgency_field.h"
#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

Letterhead paper(const std::string& stamp) {
  return head_of(
      "HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 1-BC/HU\tTân Khánh, ngày 1 tháng 2 năm 2019\n" +
      stamp + "\nBÁO CÁO\nvề chợ\n-----\nChợ họp ngày lẻ.\n");
}

TEST(Urgency, Shapes) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"KHẨN", "khẩn"},
      {"THƯỢNG KHẨN", "thượng khẩn"},
      {"HỎA TỐC", "hỏa tốc"},
      {"HOẢ TỐC", "hỏa tốc"},
      {"HỎA TỐC HẸN GIỜ", "hỏa tốc hẹn giờ"},
      {"H Ỏ A  T Ố C", "hỏa tốc"},
      {"HOA TOC", "hỏa tốc"},
      {"MẬT - HỎA TỐC", "hỏa tốc"},
      {"KHẨN\nHỎA TỐC", "hỏa tốc"},
      {"ĐỘ KHẨN: KHẨN", "khẩn"},
      {"Số 2-CV/HU\tKHẨN", "khẩn"},
      {"KHẨN TRƯƠNG", "-"},
      {"V/v khẩn trương làm kè", "-"},
      {"khẩn", "-"},
      {"MẬT", "-"},
      {"", "-"},
  };
  for (const auto& [stamp, wanted] : kCases) EXPECT_EQ(value_of(read_urgency(paper(stamp))), wanted) << stamp;
}

TEST(Draft, Shapes) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"DỰ THẢO", "dự thảo"},
      {"D Ự  T H Ả O", "dự thảo"},
      {"Dự thảo", "dự thảo"},
      {"(Dự thảo)", "dự thảo"},
      {"Dự thảo lần 2", "dự thảo lần 2"},
      {"DỰ THẢO LẦN THỨ HAI", "dự thảo lần 2"},
      {"Dự thảo (lần 3)", "dự thảo lần 3"},
      {"Dự thảo 4", "dự thảo lần 4"},
      {"DỰ THẢO LẦN II", "dự thảo lần 2"},
      {"Dự thảo ngày 12/5/2024", "dự thảo"},
      {"Dự thảo lần 2 ngày 12/5/2024", "dự thảo lần 2"},
      {"Dự thảo Luật Chợ", "-"},
      {"V/v góp ý dự thảo Đề án", "-"},
      {"dự thảo", "-"},
      {"", "-"},
  };
  for (const auto& [stamp, wanted] : kCases) EXPECT_EQ(value_of(read_draft(paper(stamp))), wanted) << stamp;
}

}  // namespace
}  // namespace vankien
