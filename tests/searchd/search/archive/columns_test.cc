// 1. Signer, urgency, draft and fields can be filtered and counted; a list counts for each of its values.
// 2. A column that says the same of all documents takes no room.

#include "searchd/search/archive/columns.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/searcher.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

std::vector<Record> records() {
  auto first = make_record("old", "05-NQ/TU", "Về chợ", "Chợ.", "2016-03-01");
  first.signer = "Lê Sen";
  first.fields = {"Tuyên giáo", "Kinh tế - xã hội"};
  auto second = make_record("new", "05-NQ/TU", "Về đê", "Đê.", "2022-06-01");
  second.fields = {"Kinh tế - xã hội"};
  second.urgency = "khẩn";
  second.draft = "dự thảo lần 2";
  return {first, second, make_record("plan", "62-KH/TU", "Kế hoạch", "Chợ.", "2018-01-01")};
}

class Counting : public testing::Test {
 protected:
  Counting() {
    test::publish(folder_.path(), records());
    snapshot_ = std::make_unique<Snapshot>(test::current_generation(folder_.path()));
  }

  std::string ids(const std::string& filter) {
    SearchQuery query;
    query.filter = parse_filter(filter);
    query.sort = {{Attribute::kDate, false}};
    std::string all;
    for (const Hit& hit : search(*snapshot_, Grade::kOpen, query).hits)
      all += nlohmann::json::parse(split_record(hit.stored).fields)["id"].get<std::string>() + " ";
    return all;
  }

  test::TemporaryFolder folder_;
  std::unique_ptr<Snapshot> snapshot_;
};

TEST_F(Counting, FiltersAndFacets) {
  EXPECT_EQ(ids("fields = \"tuyên giáo\""), "old ");
  EXPECT_EQ(ids("fields = \"Kinh tế - xã hội\""), "old new ");
  EXPECT_EQ(ids("fields != \"Tuyên giáo\""), "plan new ");
  EXPECT_EQ(ids("fields IN [\"Tuyên giáo\", x]"), "old ");
  EXPECT_EQ(ids("fields EXISTS"), "old new ");
  EXPECT_EQ(ids("fields CONTAINS giáo"), "old ");
  EXPECT_EQ(ids("signer = \"LÊ SEN\""), "old ");
  EXPECT_EQ(ids("urgency = khẩn AND draft STARTS WITH \"dự thảo\""), "new ");
  SearchQuery query;
  query.facets = {Attribute::kFields, Attribute::kSigner};
  auto facets = search(*snapshot_, Grade::kOpen, query).facets;
  std::string counts;
  for (const auto& [value, count] : facets[Attribute::kFields].values)
    counts += value + " " + std::to_string(count) + ", ";
  EXPECT_EQ(counts, "Kinh tế - xã hội 2, Tuyên giáo 1, ");
  EXPECT_EQ(facets[Attribute::kSigner].values.size(), 1u);
}

TEST_F(Counting, TakesNoRoomForWhatIsTheSameOfAll) {
  const auto view = snapshot_->view(Grade::kOpen);
  const auto width = [&](Attribute attribute) {
    return (*view->columns[0])[attribute].ordinals.base().width();
  };
  EXPECT_EQ(width(Attribute::kGrade), 0u);
  EXPECT_EQ(width(Attribute::kScan), 0u);
  EXPECT_EQ(width(Attribute::kDate), 1u);
  EXPECT_EQ(ids("grade = open"), "old plan new ");
}

}  // namespace
}  // namespace vankien
