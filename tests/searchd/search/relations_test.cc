// 1. A relation leads to the documents of that symbol: of several the one with its date, else the last before it.
// 2. A document knows who replaces it and who cites it, and not who cites another of its symbol.
// 3. What is above the clearance does not exist, on either side; what the paper prints of it stays.
// 4. Signer, urgency, draft and fields can be filtered and counted; a list counts for each of its values.

#include "searchd/search/relations.h"

#include <gtest/gtest.h>

#include "searchd/search/searcher.h"
#include "searchd/search/snapshot.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

Record relating(Record record, std::vector<Relation> relations) {
  record.relations = std::move(relations);
  return record;
}

std::vector<Record> records() {
  const Relation old{RelationKind::kReplaces, "05-NQ/TU", "Nghị quyết", "2016-03-01",
                     "Nghị quyết số 05-NQ/TU"};
  const Relation undated{RelationKind::kBasis, "05-NQ/TU", "Nghị quyết", "", "Nghị quyết số 05-NQ/TU"};
  const Relation secret{RelationKind::kCarriesOut, "07-PA/TU", "Phương án", "", "Phương án số 07-PA/TU"};
  auto first = make_record("old", "05-NQ/TU", "Về chợ", "Chợ.", "2016-03-01");
  first.signer = "Lê Sen";
  first.fields = {"Tuyên giáo", "Kinh tế - xã hội"};
  auto second = relating(make_record("new", "05-NQ/TU", "Về đê", "Đê.", "2022-06-01"), {old});
  second.fields = {"Kinh tế - xã hội"};
  second.urgency = "khẩn";
  second.draft = "dự thảo lần 2";
  return {first, second,
          relating(make_record("plan", "62-KH/TU", "Kế hoạch", "Chợ.", "2018-01-01"), {undated, secret}),
          relating(make_record("s", "07-PA/TU", "Phương án", "Kín.", "2017-01-01", Grade::kMat), {undated})};
}

class Relating : public testing::Test {
 protected:
  Relating() {
    test::publish(folder_.path(), records());
    snapshot_ = std::make_unique<Snapshot>(test::current_generation(folder_.path()));
  }

  std::string links(const std::string& id, Clearance clearance = Grade::kOpen) {
    const auto found = find_relations(*snapshot_, clearance, id);
    if (!found) return "nothing";
    std::string all;
    for (const Link& link : found->relations) {
      all += std::string(relation_name(link.relation.kind)) + " " + link.relation.symbol + ":";
      for (const auto& document : link.documents) all += " " + document.id;
      all += "; ";
    }
    for (const BackLink& link : found->cited_by)
      all += "by " + link.document.id + " " + std::string(relation_name(link.kind)) + "; ";
    return all + std::to_string(found->cited_by_total);
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

TEST_F(Relating, BothWays) {
  EXPECT_EQ(links("new"), "thay thế 05-NQ/TU: old; 0");
  EXPECT_EQ(links("old"), "by plan căn cứ; by new thay thế; 2");
  EXPECT_EQ(links("none"), "nothing");
  EXPECT_EQ(links(""), "nothing");
}

TEST_F(Relating, SecretsDoNotExist) {
  EXPECT_EQ(links("plan"), "căn cứ 05-NQ/TU: old; thực hiện 07-PA/TU:; 0");
  EXPECT_EQ(links("s"), "nothing");
  EXPECT_EQ(links("plan", Grade::kMat), "căn cứ 05-NQ/TU: old; thực hiện 07-PA/TU: s; 0");
  EXPECT_EQ(links("old", Grade::kMat), "by plan căn cứ; by s căn cứ; by new thay thế; 3");
  EXPECT_EQ(links("s", Grade::kMat), "căn cứ 05-NQ/TU: old; by plan thực hiện; 1");
}

TEST_F(Relating, FiltersAndFacets) {
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

}  // namespace
}  // namespace vankien
