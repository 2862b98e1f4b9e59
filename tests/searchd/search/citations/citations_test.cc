// 1. A citation leads to the document it means; to candidates if it may mean several; to none that is not there.
// 2. A document knows who replaces it and who cites it, and not who cites another of its symbol.
// 3. Symbols that only stand in a text are mentions, from both sides, with the date that stands behind them.
// 4. What is above the clearance does not exist, on either side; what the paper prints of it stays.
// 5. Totals are of all, items of the window; one group can be asked for.
// 6. The status is told with the sentence that says so.
// 7. The graph holds what is two steps away, each document and each citation once.
// 8. A symbol leads to all that bear it, part by part.
// 9. A paper named by its meeting alone is the one that says it was adopted there; of several all are candidates.

#include "searchd/search/citations/citations.h"

#include <gtest/gtest.h>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/citations/citation_graph.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

Record relating(Record record, std::vector<Relation> relations) {
  record.relations = std::move(relations);
  return record;
}

Record issued(Record record, std::string issuer) {
  record.issuer = std::move(issuer);
  return record;
}

Record adopted(Record record, std::string session) {
  record.type = "Nghị quyết";
  record.session = std::move(session);
  record.term = "XII";
  return record;
}

Relation by_meeting(const char* text) { return {RelationKind::kCarriesOut, "", "Nghị quyết", "", text}; }

std::vector<Record> records() {
  const Relation old{RelationKind::kReplaces, "05-NQ/TU", "Nghị quyết", "2016-03-01",
                     "Nghị quyết số 05-NQ/TU"};
  const Relation undated{RelationKind::kBasis, "05-NQ/TU", "Nghị quyết", "", "Nghị quyết số 05-NQ/TU"};
  const Relation secret{RelationKind::kCarriesOut, "07-PA/TU", "Phương án", "", "Phương án số 07-PA/TU"};
  const Relation both{RelationKind::kBasis, "09-CT/TU", "", "", "Chỉ thị 09-CT/TU"};
  return {
      make_record("old", "05-NQ/TU", "Về chợ", "Chợ.", "2016-03-01"),
      relating(make_record(
                   "new", "05-NQ/TU", "Về đê",
                   "Như Nghị quyết số 05-NQ/TU đã nêu. Nghị quyết này thay thế\nNghị quyết số 05-NQ/TU, ngày "
                   "01/3/2016. Đê.",
                   "2022-06-01"),
               {old}),
      relating(make_record("plan", "62-KH/TU", "Kế hoạch", "Chợ, theo Kết luận số 21-KL/TW và số 05-NQ/TU.",
                           "2018-01-01"),
               {undated, secret}),
      make_record("note", "63-BC/TU", "Báo cáo", "Xem số 05-NQ/TU, ngày 01/3/2016 và số 62-KH/TU.",
                  "2020-01-01"),
      relating(make_record("s", "07-PA/TU", "Phương án", "Kín, số 62-KH/TU.", "2017-01-01", Grade::kMat),
               {undated}),
      issued(make_record("north", "09-CT/TU", "Chỉ thị", "Bắc.", "2019-01-01"), "Tỉnh ủy Đông Giang"),
      issued(make_record("south", "09-CT/TU", "Chỉ thị", "Nam.", "2019-02-01"), "Tỉnh ủy Nam Lĩnh"),
      relating(make_record("either", "10-KH/TU", "Kế hoạch", "Sông.", "2021-01-01"), {both}),
      make_record("late", "64-BC/TU", "Báo cáo", "Xem số 05-NQ/TU, ngày 01/3/2016.", "2023-01-01"),
      make_record("later", "65-BC/TU", "Báo cáo", "Xem số 05-NQ/TU và số 05-NQ/TU ngày 02/02/2002.",
                  "2023-02-01"),
      adopted(make_record("plenum", "04-NQ/TW", "Nghị quyết", "Xây dựng Đảng.", "2016-10-30"), "4"),
      adopted(make_record("fifth", "10-NQ/TW", "Nghị quyết", "Kinh tế.", "2017-06-03"), "5"),
      adopted(make_record("fifth2", "11-NQ/TW", "Nghị quyết", "Thị trường.", "2017-06-03"), "5"),
      relating(make_record("by_meeting", "66-CTr/TU", "Chương trình", "Làm.", "2018-01-01"),
               {by_meeting("Nghị quyết Hội nghị Trung ương 4 khóa XII"),
                by_meeting("Nghị quyết Trung ương 5 khóa XII"), by_meeting("Nghị quyết Đại hội XIII")}),
      relating(make_record("too_early", "67-CTr/TU", "Chương trình", "Làm.", "2016-10-01"),
               {by_meeting("Nghị quyết Trung ương 4 khóa XII")}),
  };
}

class Citing : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new test::TemporaryFolder();
    test::publish(folder_->path(), records());
    snapshot_ = new Snapshot(test::current_generation(folder_->path()));
  }
  static void TearDownTestSuite() {
    delete snapshot_;
    delete folder_;
  }

  // "replaces 1: 05-NQ/TU old; citedBy 2: …", groups that hold nothing left out.
  static std::string groups(const std::string& id, Clearance clearance = Grade::kOpen,
                            const CitationWindow& window = {}) {
    const auto found = find_citations(*snapshot_, clearance, id, window);
    if (!found) return "nothing";
    std::string all;
    for (const CitationGroup& group : found->groups) {
      if (group.total == 0) continue;
      if (!all.empty()) all += "; ";
      all += std::string(group.name) + " " + std::to_string(group.total) + ":";
      for (const CitationItem& item : group.items) {
        all += " " + item.symbol + "→" + (item.document ? item.document->id : "?");
        for (const auto& one : item.candidates) all += "|" + one.id;
      }
    }
    return all;
  }

  static inline test::TemporaryFolder* folder_;
  static inline Snapshot* snapshot_;
};

TEST_F(Citing, BothWays) {
  EXPECT_EQ(groups("new"), "replaces 1: 05-NQ/TU→old; mentionedBy 1: 05-NQ/TU→later");
  EXPECT_EQ(
      groups("old"),
      "replacedBy 1: 05-NQ/TU→new; citedBy 1: 05-NQ/TU→plan; mentionedBy 2: 05-NQ/TU→late 05-NQ/TU→note");
  EXPECT_EQ(groups("none"), "nothing");
  EXPECT_EQ(groups(""), "nothing");
}

TEST_F(Citing, Mentions) {
  EXPECT_EQ(groups("plan"),
            "cites 2: 05-NQ/TU→old 07-PA/TU→?; mentions 1: 21-KL/TW→?; mentionedBy 1: 62-KH/TU→note");
  EXPECT_EQ(groups("note"), "mentions 2: 05-NQ/TU→old 62-KH/TU→plan");
}

TEST_F(Citing, TheDateBesideAMentionTellsNamesakesApart) {
  const auto found = find_citations(*snapshot_, Grade::kOpen, "old", {"mentionedBy", 0, 1});
  ASSERT_EQ(found->groups.at(0).items.size(), 1u);
  EXPECT_EQ(found->groups[0].items[0].date, "2016-03-01");
  EXPECT_EQ(found->groups[0].total, 2u);
}

TEST_F(Citing, ByMeeting) {
  EXPECT_EQ(groups("by_meeting"), "cites 3: →plenum →?|fifth|fifth2 →?");
  EXPECT_EQ(groups("too_early"), "cites 1: →?") << "what came after it is not meant";
  EXPECT_EQ(groups("plenum"), "citedBy 1: →by_meeting");
  EXPECT_EQ(groups("fifth2"), "citedBy 1: →by_meeting|fifth|fifth2");
}

TEST_F(Citing, Candidates) {
  EXPECT_EQ(groups("either"), "cites 1: 09-CT/TU→?|south|north");
  EXPECT_EQ(groups("north"), "citedBy 1: 09-CT/TU→either|south|north");
}

TEST_F(Citing, SecretsDoNotExist) {
  EXPECT_EQ(groups("s"), "nothing");
  EXPECT_EQ(groups("plan", Grade::kMat),
            "cites 2: 05-NQ/TU→old 07-PA/TU→s; mentions 1: 21-KL/TW→?; mentionedBy 1: 62-KH/TU→note");
  EXPECT_EQ(groups("s", Grade::kMat),
            "cites 1: 05-NQ/TU→old; citedBy 1: 07-PA/TU→plan; mentions 1: 62-KH/TU→?")
      << "a plan of the year after is not meant";
  EXPECT_EQ(find_bearers(*snapshot_, Grade::kOpen, "07-PA/TU", 0, 10).total, 0u);
  EXPECT_EQ(find_bearers(*snapshot_, Grade::kMat, "07-PA/TU", 0, 10).total, 1u);
  EXPECT_FALSE(find_citation_graph(*snapshot_, Grade::kOpen, "s"));
}

TEST_F(Citing, Windows) {
  EXPECT_EQ(groups("note", Grade::kOpen, {"mentions", 1, 1}), "mentions 2: 62-KH/TU→plan");
  EXPECT_EQ(groups("note", Grade::kOpen, {"mentions", 0, 1}), "mentions 2: 05-NQ/TU→old");
  EXPECT_EQ(groups("old", Grade::kMat, {"citedBy", 1, 5}), "citedBy 2: 05-NQ/TU→s");
  EXPECT_EQ(groups("old", Grade::kMat, {"citedBy", 7, 5}), "citedBy 2:");
}

TEST_F(Citing, StatusWithItsSentence) {
  const auto found = find_citations(*snapshot_, Grade::kOpen, "old", {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->status.status, Status::kReplaced);
  EXPECT_EQ(found->evidence, "Nghị quyết này thay thế Nghị quyết số 05-NQ/TU, ngày 01/3/2016.");
  EXPECT_EQ(find_citations(*snapshot_, Grade::kOpen, "plan", {})->evidence, "");
}

TEST_F(Citing, Graph) {
  const auto graph = find_citation_graph(*snapshot_, Grade::kOpen, "new");
  ASSERT_TRUE(graph);
  std::string all;
  for (const auto& node : graph->nodes)
    all += node.document.id + std::to_string(node.step) + std::string(status_name(node.status)) + " ";
  for (const auto& edge : graph->edges)
    all += graph->nodes[edge.from].document.id + " " + edge.kind + " " + graph->nodes[edge.to].document.id +
           ", ";
  EXPECT_EQ(all, "new0in_force old1replaced plan2in_force new thay thế old, plan căn cứ old, ");
  EXPECT_EQ(graph->left_out, 0u);
}

TEST_F(Citing, Bearers) {
  const auto found = find_bearers(*snapshot_, Grade::kOpen, "5-nq/tu", 0, 1);
  EXPECT_EQ(found.symbol, "05-NQ/TU");
  EXPECT_EQ(found.total, 2u);
  ASSERT_EQ(found.documents.size(), 1u);
  EXPECT_EQ(found.documents[0].id, "new");
  EXPECT_EQ(found.statuses[0], Status::kInForce);
  const auto rest = find_bearers(*snapshot_, Grade::kOpen, "5-nq/tu", 1, 10);
  EXPECT_EQ(rest.total, 2u);
  ASSERT_EQ(rest.documents.size(), 1u);
  EXPECT_EQ(rest.documents[0].id, "old");
  EXPECT_TRUE(find_bearers(*snapshot_, Grade::kOpen, "5-nq/tu", 7, 10).documents.empty());
  EXPECT_EQ(find_bearers(*snapshot_, Grade::kOpen, "nguồn nhân lực", 0, 5).symbol, "");
}

}  // namespace
}  // namespace vankien
