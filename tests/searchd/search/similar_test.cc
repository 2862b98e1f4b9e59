// 1. Similar are the documents that share what tells one from the rest, likest first, without itself.
// 2. A series has the papers of one type and title but for the numbers, newest first; its total is exact.
// 3. What is above the clearance is in neither, has neither, and changes no order and no score.

#include "searchd/search/similar.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "searchd/search/archive/snapshot.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;
using test::typed;

std::vector<Record> open_records() {
  std::vector<Record> records = {
      make_record("forest", "", "Bảo vệ rừng phòng hộ",
                  "Rừng phòng hộ ven biển, giao khoán rừng, trồng rừng ngập mặn."),
      make_record("mangrove", "", "Trồng rừng ngập mặn", "Trồng rừng ngập mặn và rừng phòng hộ ven biển."),
      make_record("coast", "", "Kinh tế biển", "Cảng cá ven biển, du lịch."),
      make_record("school", "", "Trường học", "Giáo viên, học sinh, trường học."),
      typed(make_record("m5", "", "Báo cáo kết quả công tác tháng 5 năm 2023", "Một.", "2023-05-30"),
            "Báo cáo"),
      typed(make_record("m12", "", "Báo cáo kết quả công tác tháng 12 năm 2022", "Hai.", "2022-12-30"),
            "Báo cáo"),
      typed(make_record("m1", "", "BÁO CÁO kết quả công tác tháng 01 năm 2024", "Ba.", "2024-01-30"),
            "Báo cáo"),
      typed(make_record("q1", "", "Báo cáo kết quả công tác quý I năm 2024", "Bốn.", "2024-03-30"),
            "Báo cáo"),
      typed(make_record("q2", "", "Báo cáo kết quả công tác quý II năm 2023", "Năm.", "2023-06-30"),
            "Báo cáo"),
      typed(make_record("plan", "", "Báo cáo kết quả công tác tháng 5 năm 2023", "Sáu.", "2023-05-01"),
            "Kế hoạch"),
      make_record("untitled", "", "", "Không có trích yếu."),
  };
  return records;
}

std::vector<Record> all_records() {
  auto records = open_records();
  for (int i = 0; i < 5; ++i)
    records.push_back(make_record(fmt::format("s{}", i), "", "Trồng rừng ngập mặn, rừng phòng hộ ven biển",
                                  "Trồng rừng ngập mặn và rừng phòng hộ ven biển, giao khoán rừng.",
                                  "2025-01-01", Grade::kMat));
  records.push_back(typed(
      make_record("sm", "", "Báo cáo kết quả công tác tháng 6 năm 2023", "Kín.", "2023-06-30", Grade::kMat),
      "Báo cáo"));
  return records;
}

std::string show_similar(const Snapshot& snapshot, const std::string& id, Clearance clearance = Grade::kOpen,
                         bool scores = true) {
  const auto found = find_similar(snapshot, clearance, id, 10);
  if (!found) return "nothing";
  std::string all;
  for (const auto& one : *found) all += one.name.id + (scores ? fmt::format(" {:.6f} ", one.score) : " ");
  return all;
}

std::string show_series(const Snapshot& snapshot, const std::string& id, Clearance clearance = Grade::kOpen,
                        std::size_t limit = 10) {
  const auto found = find_series(snapshot, clearance, id, limit);
  if (!found) return "nothing";
  std::string all;
  for (const auto& one : found->documents) all += one.id + " ";
  return all + std::to_string(found->total);
}

class Similarity : public testing::Test {
 protected:
  Similarity() {
    test::publish(folder_.path(), all_records());
    snapshot_ = std::make_unique<Snapshot>(test::current_generation(folder_.path()));
  }
  test::TemporaryFolder folder_;
  std::unique_ptr<Snapshot> snapshot_;
};

TEST_F(Similarity, SharesWhatTells) {
  EXPECT_EQ(show_similar(*snapshot_, "forest", Grade::kOpen, false), "mangrove coast ");
  EXPECT_EQ(show_similar(*snapshot_, "school", Grade::kOpen, false), "");
  EXPECT_EQ(show_similar(*snapshot_, "none"), "nothing");
  EXPECT_EQ(show_similar(*snapshot_, ""), "nothing");
  const auto similar = find_similar(*snapshot_, Grade::kOpen, "forest", 10).value();
  for (const auto& one : similar) {
    EXPECT_GT(one.score, 0);
    EXPECT_LE(one.score, 1);
  }
  EXPECT_EQ(find_similar(*snapshot_, Grade::kMat, "forest", 2)->size(), 2u);
}

TEST_F(Similarity, Series) {
  EXPECT_EQ(show_series(*snapshot_, "m5"), "m1 m12 2");
  EXPECT_EQ(show_series(*snapshot_, "q1"), "q2 1");
  EXPECT_EQ(show_series(*snapshot_, "m5", Grade::kOpen, 1), "m1 2");
  EXPECT_EQ(show_series(*snapshot_, "plan"), "0");
  EXPECT_EQ(show_series(*snapshot_, "untitled"), "0");
  EXPECT_EQ(show_series(*snapshot_, "none"), "nothing");
}

TEST_F(Similarity, SecretsDoNotExist) {
  test::TemporaryFolder folder;
  test::publish(folder.path(), open_records());
  const Snapshot without(test::current_generation(folder.path()));
  for (const Record& record : all_records()) {
    EXPECT_EQ(show_similar(*snapshot_, record.id), show_similar(without, record.id)) << record.id;
    EXPECT_EQ(show_series(*snapshot_, record.id), show_series(without, record.id)) << record.id;
  }
  EXPECT_EQ(show_similar(*snapshot_, "s0"), "nothing");
  EXPECT_EQ(show_series(*snapshot_, "sm"), "nothing");
  EXPECT_EQ(show_series(*snapshot_, "m5", Grade::kMat), "m1 sm m12 3");
  EXPECT_EQ(find_similar(*snapshot_, Grade::kMat, "mangrove", 10)->front().name.id, "s0");
}

}  // namespace
}  // namespace vankien
