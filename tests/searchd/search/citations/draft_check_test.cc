// 1. Each citation meets the document it means, or its candidates; every slip is named with what the archive has.
// 2. What was replaced, repealed or amended is told with the newest replacement.
// 3. Places count in bytes and in UTF-16 units, in the decoded text if the draft was typed before Unicode.
// 4. What is above the clearance does not exist: neither the cited nor the replacing document.
// 5. A list is looked up line by line: symbols, numbers, meetings, words; as a table for people too.

#include "searchd/search/citations/draft_check.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "searchd/search/batch.h"
#include "searchd/search/query/searches_too_long.h"
#include "searchd/search/searcher.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

Record issued(Record record, std::string type, std::string issuer, std::vector<Relation> relations = {}) {
  record.type = std::move(type);
  record.issuer = std::move(issuer);
  record.relations = std::move(relations);
  return record;
}

Relation act(RelationKind kind, const char* symbol, const char* date) {
  return {kind, symbol, "", date, symbol};
}

Record adopted(Record record, std::string session, std::string term) {
  record.type = "Nghị quyết";
  record.level = "trung ương";
  record.session = std::move(session);
  record.term = std::move(term);
  return record;
}

std::vector<Record> records() {
  const std::string dong = "Tỉnh ủy Đông Giang";
  return {issued(make_record("old", "05-NQ/TU", "Về chợ", "Chợ.", "2016-03-01"), "Nghị quyết", dong),
          issued(make_record("new", "05-NQ/TU", "Nâng cao đê điều", "Đê.", "2022-06-01"), "Nghị quyết", dong),
          issued(make_record("far", "05-NQ/TU", "Về rừng", "Rừng.", "2021-09-30"), "Nghị quyết",
                 "Tỉnh ủy Nam Lĩnh"),
          issued(make_record("next", "03-NQ/TU", "Về đê mới", "Đê mới.", "2026-03-12"), "Nghị quyết", dong,
                 {act(RelationKind::kReplaces, "05-NQ/TU", "2022-06-01")}),
          issued(make_record("rule", "14-QĐ/TU", "Về tiếp dân", "Dân.", "2011-08-15"), "Quy định", dong),
          issued(make_record("change", "812-QĐ/TU", "Sửa đổi quy định", "Sửa.", "2013-10-24"), "Quyết định",
                 dong, {act(RelationKind::kAmends, "14-QĐ/TU", "2011-08-15")}),
          issued(make_record("calm", "12-NQ/TU", "Về chuyển đổi số", "Số hóa.", "2025-02-14"), "Nghị quyết",
                 dong),
          issued(make_record("plan", "07-PA/TU", "Phương án", "Kín.", "2017-01-01", Grade::kMat), "Phương án",
                 dong),
          adopted(make_record("plenum", "04-NQ/TW", "Về xây dựng Đảng", "Xây.", "2016-10-30"), "4", "XII"),
          adopted(make_record("congress", "", "Nghị quyết Đại hội", "Đường lối.", "2021-02-01"), "đại hội",
                  "XIII"),
          issued(make_record("hush", "09-NQ/TU", "Thay", "Kín.", "2025-12-01", Grade::kMat), "Nghị quyết",
                 dong, {act(RelationKind::kReplaces, "12-NQ/TU", "2025-02-14")})};
}

std::string show(const CheckedCitation& checked) {
  std::string out = checked.found ? "" : "? ";
  for (const CitedPaper& paper : checked.papers) out += paper.name.id + " ";
  for (const CitationProblem& problem : checked.problems)
    out += fmt::format("[{} {}→{}]", name_of(problem.problem), problem.said, problem.archive);
  return out;
}

class Draft : public testing::Test {
 protected:
  // One archive for all tests: nothing here changes it.
  static void SetUpTestSuite() {
    folder_ = std::make_unique<test::TemporaryFolder>();
    test::publish(folder_->path(), records());
    snapshot_ = std::make_unique<Snapshot>(test::current_generation(folder_->path()));
  }
  static void TearDownTestSuite() {
    snapshot_.reset();
    folder_.reset();
  }

  std::string check(std::string_view text, const std::string& date = "2026-11-01",
                    Clearance clearance = Grade::kOpen) const {
    std::string out;
    for (const auto& finding : check_draft(*snapshot_, clearance, text, date).findings)
      out += (out.empty() ? "" : "\n") + show(finding.checked);
    return out;
  }

  std::string look(const std::string& line, Clearance clearance = Grade::kOpen) const {
    const auto rows = look_up(*snapshot_, clearance, {line});
    return std::string(name_of(rows.at(0).how)) + " | " + rows[0].understood + " | " + show(rows[0].result);
  }

  static inline std::unique_ptr<test::TemporaryFolder> folder_;
  static inline std::unique_ptr<Snapshot> snapshot_;
};

TEST_F(Draft, SlipsAreNamed) {
  const std::string next = "[replaced →Nghị quyết số 03-NQ/TU, ngày 12/3/2026 của Tỉnh ủy Đông Giang]";
  const std::pair<const char*, std::string> cases[] = {
      {"Nghị quyết số 12-NQ/TU, ngày 14/02/2025 của Tỉnh ủy về chuyển đổi số", "calm "},
      {"Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang", "new " + next},
      {"Nghị quyết số 05-NQ/TU của Tỉnh ủy Nam Lĩnh", "far "},
      {"Nghị quyết số 05-NQ/TU", "? new far old [ambiguous 05-NQ/TU→]"},
      {"Nghị quyết số 12-NQ/TU, ngày 15/02/2025", "calm [wrong_date 2025-02-15→2025-02-14]"},
      {"Nghị quyết số 12-NQ/TU, ngày 14/02/2025 của Tỉnh ủy Nam Lĩnh",
       "calm [wrong_issuer Tỉnh ủy Nam Lĩnh→Tỉnh ủy Đông Giang]"},
      {"Nghị quyết số 12-NQ/TU, ngày 01/01/2001 của Tỉnh ủy Nam Lĩnh", "? calm [not_in_archive 12-NQ/TU→]"},
      {"Chỉ thị số 12-NQ/TU", "calm [wrong_type Chỉ thị→Nghị quyết]"},
      {"Quy định số 14-QĐ/TU, ngày 15/8/2011",
       "rule [amended →Quyết định số 812-QĐ/TU, ngày 24/10/2013 của Tỉnh ủy Đông Giang]"},
      {"Nghị quyết số 12/NQ-TU", "calm [malformed_symbol 12/NQ-TU→12-NQ/TU]"},
      {"Nghị quyết 12 của Tỉnh ủy", "calm [malformed_symbol →12-NQ/TU]"},
      {"Nghị quyết số 99-NQ/TU", "? [not_in_archive 99-NQ/TU→]"}};
  for (const auto& [text, expected] : cases) EXPECT_EQ(check(text), expected) << text;
}

TEST_F(Draft, MeetingsWithoutASymbol) {
  EXPECT_EQ(check("Thực hiện Nghị quyết Hội nghị Trung ương 4 khóa XII"), "plenum ");
  EXPECT_EQ(check("Thực hiện Nghị quyết Đại hội XIII"), "congress ");
  EXPECT_EQ(check("Thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"), "congress ");
  EXPECT_EQ(check("Thực hiện Nghị quyết Trung ương 6 khóa XII"), "? [not_in_archive →]");
  EXPECT_EQ(check("Thực hiện Nghị quyết Đại hội XII"), "? [not_in_archive →]");
  EXPECT_EQ(look("NQTW4 khóa XII"), "session | Nghị quyết, hội nghị 4 TW, khóa XII | plenum ");
}

TEST_F(Draft, CitesWhatThereIs) {
  EXPECT_EQ(check("theo 12-NQ/TU", "2025-01-01"), "calm [not_yet_issued 2025-01-01→2025-02-14]");
  EXPECT_EQ(check("theo 12-NQ/TU", "2025-02"), "calm ");
  EXPECT_EQ(check("theo 12-NQ/TU", ""), "calm ");
  // Of several those that were there.
  EXPECT_EQ(check("theo 05-NQ/TU của Tỉnh ủy Đông Giang", "2020-01-01"), "old ");
}

TEST_F(Draft, PlacesInBothCounts) {
  const std::string text = "Đã có \U0001F4C4 số 12-NQ/TU.";
  const DraftReport report = check_draft(*snapshot_, Grade::kOpen, text, "");
  ASSERT_EQ(report.findings.size(), 1u);
  const DraftFinding& found = report.findings[0];
  EXPECT_EQ(text.substr(found.citation.begin, found.citation.end - found.citation.begin), "12-NQ/TU");
  EXPECT_EQ(found.utf16_begin, 12u);
  EXPECT_EQ(found.utf16_end, 20u);
  EXPECT_EQ(report.decoded, "");
}

TEST_F(Draft, TypedBeforeUnicode) {
  // TCVN3 as a browser pastes it.
  const DraftReport report =
      check_draft(*snapshot_, Grade::kOpen,
                  "Thùc hiÖn NghÞ quyÕt sè 12-NQ/TU, ngµy 14/02/2025 cña TØnh ñy vÒ chuyÓn ®æi sè", "");
  EXPECT_EQ(report.decoded.substr(0, report.decoded.find(" số")), "Thực hiện Nghị quyết");
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(show(report.findings[0].checked), "calm ");
  const auto& place = report.findings[0].citation;
  EXPECT_EQ(report.decoded.substr(place.begin, place.end - place.begin),
            "Nghị quyết số 12-NQ/TU, ngày 14/02/2025 của Tỉnh ủy");
}

TEST_F(Draft, MoreThanTheLimitIsCounted) {
  std::string text;
  for (std::size_t i = 0; i < kMostFindings + 5; ++i) text += "12-NQ/TU; ";
  const DraftReport report = check_draft(*snapshot_, Grade::kOpen, text, "");
  EXPECT_EQ(report.findings.size(), kMostFindings);
  EXPECT_EQ(report.total, kMostFindings + 5);
}

TEST_F(Draft, SecretsDoNotExist) {
  EXPECT_EQ(check("số 07-PA/TU và 12-NQ/TU", "", Grade::kInternal), "? [not_in_archive 07-PA/TU→]\ncalm ");
  EXPECT_EQ(check("số 07-PA/TU và 12-NQ/TU", "", Grade::kMat),
            "plan \ncalm [replaced →Nghị quyết số 09-NQ/TU, ngày 01/12/2025 của Tỉnh ủy Đông Giang]");
  EXPECT_EQ(look("07-PA/TU"), "symbol | 07-PA/TU | ? [not_in_archive 07-PA/TU→]");
  EXPECT_EQ(look("07-PA/TU", Grade::kMat), "symbol | 07-PA/TU | plan ");
}

TEST_F(Draft, BatchLines) {
  EXPECT_EQ(look("  12-nq/tu"), "symbol | 12-NQ/TU | calm ");
  EXPECT_EQ(look("nghị quyết 05 tỉnh ủy 2022"),
            "symbol | 05-NQ/TU, năm 2022, tỉnh ủy | new [replaced →Nghị quyết số "
            "03-NQ/TU, ngày 12/3/2026 của Tỉnh ủy Đông Giang]");
  EXPECT_EQ(look("NQ03"), "symbol | 3-NQ | next ");
  EXPECT_EQ(look("chuyen doi so"), "search | chuyen doi so | calm ");
  EXPECT_EQ(look("voi voi voi xanh"), "search | voi voi voi xanh | ? [not_in_archive →]");
  EXPECT_EQ(look("nghị quyết trung ương 4 khóa xii"),
            "session | Nghị quyết, hội nghị 4 TW, khóa XII, trung ương | plenum ");
  EXPECT_EQ(look(" "), "nothing |  | ? ");
}

TEST(Batch, ARowHasAFewOfManyDocuments) {
  const test::TemporaryFolder home;
  std::vector<Record> many;
  for (const char* id : {"a", "b", "c", "d", "e"})
    many.push_back(
        make_record(id, "77-TB/VP", "Về chợ", "Chợ.", std::string("2022-06-0") + char(id[0] - 'a' + '1')));
  many.push_back(make_record("hush", "77-TB/VP", "Về chợ", "Chợ.", "2022-06-09", Grade::kMat));
  test::publish(home.path(), many);
  const Snapshot snapshot(test::current_generation(home.path()));
  const auto row = look_up(snapshot, Grade::kOpen, {"77-TB/VP"}).at(0);
  EXPECT_EQ(show(row.result), "? e d c [ambiguous 77-TB/VP→]");
  EXPECT_EQ(row.result.total, 5u);
  EXPECT_EQ(look_up(snapshot, Grade::kMat, {"77-TB/VP"}).at(0).result.total, 6u);
}

TEST_F(Draft, BatchLimitsAndTable) {
  EXPECT_THROW(look_up(*snapshot_, Grade::kOpen, std::vector<std::string>(kMostSearches + 1, "voi")),
               TooManySearches);
  const std::vector<std::string> most(kMostSearchBytes / 100, "voi" + std::string(97, ' '));
  auto more = most;
  more.push_back("voi");
  EXPECT_NO_THROW(look_up(*snapshot_, Grade::kOpen, most));
  EXPECT_THROW(look_up(*snapshot_, Grade::kOpen, more), SearchesTooLong);
  more.back() = "12-NQ/TU" + std::string(100, ' ');  // a look-up, no search
  EXPECT_NO_THROW(look_up(*snapshot_, Grade::kOpen, more));
  const auto table =
      batch_table(look_up(*snapshot_, Grade::kOpen, {"05-NQ/TU, ngày 01/6/2022", "99-NQ/TU", ""}));
  ASSERT_EQ(table.size(), 4u);
  for (const auto& row : table) EXPECT_EQ(row.size(), table[0].size());
  EXPECT_EQ(table[1][2], "Tìm thấy");
  EXPECT_EQ(table[1][9], "Đã được thay thế");
  EXPECT_EQ(table[1][10], "03-NQ/TU, 12/3/2026");
  EXPECT_EQ(table[2][2], "Không có trong kho");
}

}  // namespace
}  // namespace vankien
