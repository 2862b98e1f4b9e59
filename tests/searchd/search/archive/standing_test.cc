// 1. What replaces, repeals, ends or amends a paper gives it its status: the weightier act counts, then the newer.
// 2. The newest replacement is the end of the chain, also where papers of one day replace each other in a circle.
// 3. A draft, a citation that may mean several papers and a paper's own symbol change nothing.
// 4. Of two papers of one symbol only the one that is meant has changed; copies of one paper have all.
// 5. What is above the clearance changes nothing: status, facets, hits, scores and citations are, byte for byte, those of
//    an archive without it.
// 6. A grade without documents changes nothing of what the one below sees.
// 7. Status can be filtered and counted; counts add up to the total.
// 8. Where the evidence is equal what is in force comes first, unless it is much older.

#include "searchd/search/archive/standing.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searchd/search/citations/citations.h"
#include "searchd/search/searcher.h"
#include "tests/support/two_archives.h"

namespace vankien {
namespace {

using test::make_record;

Relation relation(RelationKind kind, std::string symbol, std::string date = "") {
  return {kind, symbol, "", std::move(date), "số " + symbol};
}

Record paper(std::string id, std::string symbol, std::string date, std::vector<Relation> relations,
             Grade grade = Grade::kOpen) {
  Record record =
      make_record(std::move(id), std::move(symbol), "Về đê điều", "Giữ đê.", std::move(date), grade);
  record.relations = std::move(relations);
  return record;
}

std::vector<Record> open_records() {
  using enum RelationKind;
  auto draft = paper("draft", "90-QĐ/TU", "2023-01-01", {relation(kRepeals, "17-CT/TU")});
  draft.draft = "dự thảo";
  auto north = paper("north", "08-NQ/TU", "2020-01-01", {});
  auto south = paper("south", "08-NQ/TU", "2020-02-01", {});
  north.issuer = "Tỉnh ủy Đông Giang";
  south.issuer = "Tỉnh ủy Nam Lĩnh";
  return {
      paper("a", "01-QĐ/TU", "2015-01-01", {}),
      paper("b", "02-QĐ/TU", "2018-01-01",
            {relation(kReplaces, "01-QĐ/TU"), relation(kReplaces, "02-QĐ/TU")}),
      paper("c", "03-QĐ/TU", "2021-01-01", {relation(kReplaces, "02-QĐ/TU", "2018-01-01")}),
      paper("fix", "04-QĐ/TU", "2022-01-01", {relation(kAmends, "03-QĐ/TU"), relation(kAmends, "01-QĐ/TU")}),
      paper("r", "05-QĐ/TU", "2016-01-01", {}),
      paper("e", "06-QĐ/TU", "2016-01-01", {}),
      paper("end", "07-QĐ/TU", "2022-01-01",
            {relation(kRepeals, "05-QĐ/TU"), relation(kEnds, "05-QĐ/TU"), relation(kEnds, "06-QĐ/TU")}),
      paper("x", "11-QĐ/TU", "2022-05-05", {relation(kReplaces, "12-QĐ/TU")}),
      paper("y", "12-QĐ/TU", "2022-05-05", {relation(kReplaces, "11-QĐ/TU")}),
      paper("old5", "15-NQ/TU", "2016-03-01", {}),
      paper("new5", "15-NQ/TU", "2022-03-01", {relation(kReplaces, "15-NQ/TU", "2016-03-01")}),
      paper("copy1", "16-CT/TU", "2019-05-06", {}),
      paper("copy2", "16-CT/TU", "2019-05-06", {}),
      paper("after", "17-CT/TU", "2020-05-06", {relation(kRepeals, "16-CT/TU")}),
      draft,
      north,
      south,
      paper("vague", "18-QĐ/TW", "2024-01-01", {relation(kReplaces, "08-NQ/TU")}),
  };
}

class StandingOf : public test::TwoArchives<StandingOf> {
 public:
  static std::vector<Record> records() {
    auto records = open_records();
    records.push_back(
        paper("secret", "01-QĐ/TW", "2024-01-01",
              {relation(RelationKind::kReplaces, "03-QĐ/TU"), relation(RelationKind::kRepeals, "17-CT/TU")},
              Grade::kMat));
    return records;
  }

 protected:
  static std::string status(const std::string& id, Clearance clearance = Grade::kOpen) {
    const auto view = snapshot_->view(clearance);
    const auto found = status_at(*view, *find_place(*view, id));
    std::string all(status_name(found.status));
    if (found.by) all += " by " + found.by->id;
    if (found.newest) all += " newest " + found.newest->id;
    return all;
  }
  static SearchQuery ask(const std::string& q, const std::string& filter = "") {
    SearchQuery query;
    query.q = q;
    if (!filter.empty()) query.filter = parse_filter(filter);
    query.facets = {Attribute::kStatus};
    query.status = true;
    return query;
  }
  // All that an answer says.
  static std::string told(const Snapshot& snapshot, const SearchQuery& query) {
    const auto result = search(snapshot, Grade::kOpen, query);
    std::string all = std::to_string(result.total) + "\n";
    for (const auto& [value, count] : result.facets.at(Attribute::kStatus).values)
      all += value + " " + std::to_string(count) + "\n";
    for (const Hit& hit : result.hits)
      all += hit.stored + std::to_string(hit.score) + std::string(status_name(hit.status->status)) +
             (hit.status->by ? hit.status->by->id : "") + "\n";
    return all;
  }
};

TEST_F(StandingOf, ActsGiveIt) {
  EXPECT_EQ(status("a"), "replaced by b newest c") << "the amendment of what is replaced weighs less";
  EXPECT_EQ(status("b"), "replaced by c newest c") << "and b is no replacement of itself";
  EXPECT_EQ(status("c"), "amended by fix");
  EXPECT_EQ(status("fix"), "in_force");
  EXPECT_EQ(status("r"), "repealed by end");
  EXPECT_EQ(status("e"), "expired by end");
}

TEST_F(StandingOf, CirclesEnd) {
  EXPECT_EQ(status("x"), "replaced by y newest y");
  EXPECT_EQ(status("y"), "replaced by x newest x");
}

TEST_F(StandingOf, WhatIsMeantHasChanged) {
  EXPECT_EQ(status("old5"), "replaced by new5 newest new5");
  EXPECT_EQ(status("new5"), "in_force");
  EXPECT_EQ(status("copy1"), "repealed by after");
  EXPECT_EQ(status("copy2"), "repealed by after");
  EXPECT_EQ(status("after"), "in_force") << "repealed by a draft only";
  EXPECT_EQ(status("north"), "in_force");
  EXPECT_EQ(status("south"), "in_force") << "which of both is replaced is not told";
}

TEST_F(StandingOf, SecretsChangeNothing) {
  EXPECT_EQ(status("c", Grade::kMat), "replaced by secret newest secret");
  EXPECT_EQ(status("a", Grade::kMat), "replaced by b newest secret");
  EXPECT_EQ(status("after", Grade::kMat), "repealed by secret");
  for (const auto* filter : {"", "status = in_force", "status = amended", "status != replaced"})
    for (const auto* q : {"", "đê", "giu de", "03-QĐ/TU", "đê điều rừng"})
      EXPECT_EQ(told(*snapshot_, ask(q, filter)), told(*plain_, ask(q, filter))) << q << " " << filter;
}

TEST_F(StandingOf, EmptyGradesChangeNothing) {
  EXPECT_EQ(status("c", Grade::kInternal), "amended by fix");
  EXPECT_EQ(status("c", Grade::kToiMat), "replaced by secret newest secret");
  EXPECT_EQ(status("c", Grade::kTuyetMat), "replaced by secret newest secret");
}

TEST_F(StandingOf, IsAnAttribute) {
  const auto result = search(*snapshot_, Grade::kOpen, ask(""));
  std::string counts;
  std::uint64_t sum = 0;
  for (const auto& [value, count] : result.facets.at(Attribute::kStatus).values) {
    counts += value + " " + std::to_string(count) + ", ";
    sum += count;
    EXPECT_EQ(search(*snapshot_, Grade::kOpen, ask("", "status = " + value)).total, count);
  }
  EXPECT_EQ(counts, "in_force 8, replaced 5, repealed 3, amended 1, expired 1, ");
  EXPECT_EQ(sum, result.total);
}

TEST_F(StandingOf, WhatIsInForceComesFirst) {
  const auto result = search(*snapshot_, Grade::kOpen, ask("đê điều"));
  ASSERT_EQ(result.total, 18u);
  bool ended = false;
  for (const Hit& hit : result.hits) {
    const bool is = is_ended(hit.status->status);
    EXPECT_TRUE(is || !ended) << "all have the same words";
    ended = ended || is;
  }
  EXPECT_TRUE(ended);
}

}  // namespace
}  // namespace vankien
