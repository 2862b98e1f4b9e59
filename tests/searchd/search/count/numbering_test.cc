// 1. Numbers of the Party run through a term, those of the State through a year, those of laws through a term of the National
//    Assembly; each body and type for itself, whatever the unit that wrote a letter.
// 2. Gaps are ranges from 1; of a part of a series, from its first number.
// 3. Two documents of one number are named; 12a is no second 12; drafts and what has no number are left out and counted.
// 4. A number above the clearance is missing like any other.

#include "searchd/search/count/numbering.h"

#include <gtest/gtest.h>

#include "searchd/search/archive/snapshot.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

Record made(std::string id, std::string symbol, std::string type, std::string issuer, std::string term,
            std::string date, Grade grade = Grade::kOpen) {
  Record record =
      make_record(std::move(id), std::move(symbol), "Văn bản", "nội dung", std::move(date), grade);
  record.type = std::move(type);
  record.issuer = std::move(issuer);
  record.term = std::move(term);
  return record;
}

Record resolution(std::string id, std::string symbol, std::string date, Grade grade = Grade::kOpen) {
  return made(std::move(id), std::move(symbol), "Nghị quyết", "Tỉnh ủy Đông Giang", "2020-2025",
              std::move(date), grade);
}

NumberingAudit audit(const std::vector<Record>& records, NumberingQuery query = {},
                     Clearance clearance = Grade::kOpen) {
  const test::TemporaryFolder home;
  test::publish(home.path(), records);
  const Snapshot snapshot(test::current_generation(home.path()));
  return audit_numbers(snapshot, clearance, query);
}

std::string gaps_of(const NumberSeries& series) {
  std::string text;
  for (const NumberRange& gap : series.gaps)
    text += std::to_string(gap.first) + "-" + std::to_string(gap.last) + " ";
  return text;
}

TEST(Numbering, OfTheParty) {
  const NumberingAudit found =
      audit({resolution("a", "02-NQ/TU", "2021-01-01"), resolution("b", "03-NQ/TU", "2022-01-01"),
             resolution("c", "09-NQ/TU", "2024-01-01"), resolution("d", "9-NQ/TU", "2023-01-01"),
             resolution("e", "09a-NQ/TU", "2024-01-01"),
             made("f", "01-NQ/TU", "Nghị quyết", "Tỉnh ủy Nam Lĩnh", "2020-2025", "2021-01-01"),
             made("g", "01-NQ/TU", "Nghị quyết", "Tỉnh ủy Đông Giang", "2025-2030", "2025-11-01")});
  ASSERT_EQ(found.total, 3u);
  ASSERT_EQ(found.series.size(), 3u);
  const NumberSeries& series = found.series[0];
  EXPECT_EQ(series.issuer, "Tỉnh ủy Đông Giang");
  EXPECT_EQ(series.form, "…-NQ/TU");
  EXPECT_EQ(series.term, "2020-2025");
  EXPECT_EQ(series.year, "");
  EXPECT_EQ(series.documents, 5u);
  EXPECT_EQ(series.first, 2u);
  EXPECT_EQ(series.last, 9u);
  EXPECT_EQ(gaps_of(series), "1-1 4-8 ");
  EXPECT_EQ(series.missing, 6u);
  ASSERT_EQ(series.duplicates.size(), 1u);
  EXPECT_EQ(series.duplicates[0].number, "9");
  ASSERT_EQ(series.duplicates[0].documents.size(), 2u);
  EXPECT_EQ(series.duplicates[0].documents[0].id, "d");
  EXPECT_EQ(found.series[1].term, "2025-2030");
}

TEST(Numbering, OfTheState) {
  const auto state = [](std::string id, std::string symbol, std::string type, std::string date) {
    return made(std::move(id), std::move(symbol), std::move(type), "Chính phủ", "", std::move(date));
  };
  const NumberingAudit found = audit({state("a", "29/2020/NĐ-CP", "Nghị định", "2020-03-01"),
                                      state("b", "31/2020/NĐ-CP", "Nghị định", "2020-03-05"),
                                      state("c", "01/2021/NĐ-CP", "Nghị định", "2021-01-04"),
                                      state("d", "12/QĐ-CP", "Quyết định", "2021-01-04"),
                                      state("e", "01/UBND-KGVX", "Công văn", "2021-01-04"),
                                      state("f", "02/UBND-TH", "Công văn", "2021-01-04"),
                                      state("g", "59/2020/QH14", "Luật", "2020-06-17"),
                                      state("h", "10/2017/QH14", "Luật", "2017-06-17")});
  std::vector<std::string> told;
  for (const NumberSeries& one : found.series)
    told.push_back(one.form + " " + one.term + one.year + " " + std::to_string(one.documents));
  EXPECT_EQ(told, (std::vector<std::string>{"…/UBND 2021 2", "…/[năm]/QH14 14 2", "…/[năm]/NĐ-CP 2020 2",
                                            "…/[năm]/NĐ-CP 2021 1", "…/QĐ-CP 2021 1"}));
}

TEST(Numbering, PartsAndWhatIsLeftOut) {
  auto draft = resolution("d", "05-NQ/TU", "2022-02-02");
  draft.draft = "dự thảo";
  const std::vector<Record> records = {
      resolution("a", "40-NQ/TU", "2022-01-01"),
      resolution("b", "42-NQ/TU", "2022-05-01"),
      draft,
      resolution("e", "", "2022-01-01"),
      made("f", "07-NQ/TU", "Nghị quyết", "", "2020-2025", "2022-01-01"),
      made("g", "07-NQ/TU", "Nghị quyết", "Tỉnh ủy Nam Lĩnh", "", "2022-01-01")};
  NumberingQuery query;
  query.filter = parse_filter("year = 2022");
  query.part = true;
  const NumberingAudit found = audit(records, query);
  ASSERT_EQ(found.series.size(), 1u);
  EXPECT_EQ(gaps_of(found.series[0]), "41-41 ");
  EXPECT_EQ(found.documents, 2u);
  EXPECT_EQ(found.drafts, 1u);
  EXPECT_EQ(found.without_symbol, 1u);
  EXPECT_EQ(found.without_issuer, 1u);
  EXPECT_EQ(found.without_period, 1u);
}

TEST(Numbering, ASecretNumberIsMissing) {
  std::vector<Record> records = {resolution("a", "01-NQ/TU", "2021-01-01"),
                                 resolution("b", "03-NQ/TU", "2022-01-01"),
                                 resolution("s", "02-NQ/TU", "2021-06-01", Grade::kMat)};
  EXPECT_EQ(gaps_of(audit(records).series.at(0)), "2-2 ");
  EXPECT_EQ(gaps_of(audit(records, {}, Grade::kMat).series.at(0)), "");
}

}  // namespace
}  // namespace vankien
