// 1. Each count of a table, totals too, is the total of the query with the cell's filter, for any attributes.
// 2. Values that a filter takes for the same are one; absent values are the last; lists count in each and once in totals.
// 3. What is above the clearance changes nothing.

#include "searchd/search/count/tabulation.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/searcher.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

Record made(int number, std::string type, std::string issuer, std::string date,
            std::vector<std::string> fields, Grade grade = Grade::kOpen) {
  Record record = make_record("d" + std::to_string(number), "", "Về rừng", "rừng", std::move(date), grade);
  record.type = std::move(type);
  record.issuer = std::move(issuer);
  record.fields = std::move(fields);
  return record;
}

std::vector<Record> records() {
  return {made(1, "Nghị quyết", "Tỉnh ủy Hòa Bình", "2024-05-31", {"Tuyên giáo", "Nội chính"}),
          made(2, "Nghị quyết", "Tỉnh uỷ Hoà Bình", "2024-05", {"Tuyên giáo"}),
          made(3, "Chỉ thị", "Tỉnh ủy \"A\\B\"", "2023-01-02", {}),
          made(4, "", "", "", {}),
          made(5, "Đề án", "Tỉnh ủy Hòa Bình", "2024", {"Nội chính"}),
          made(6, "Nghị quyết", "Tỉnh ủy Hòa Bình", "2022-02-03", {"Nội chính"}, Grade::kMat)};
}

struct Archived {
  explicit Archived(const std::vector<Record>& all) {
    test::publish(home.path(), all);
    snapshot = std::make_unique<Snapshot>(test::current_generation(home.path()));
  }
  test::TemporaryFolder home;
  std::unique_ptr<Snapshot> snapshot;
};

void expect_counts(const Archived& archive, Clearance clearance, const std::vector<Attribute>& dimensions) {
  const Table table = tabulate(*archive.snapshot, clearance, {}, dimensions);
  ASSERT_EQ(table.axes.size(), dimensions.size());
  for (const auto& [at, count] : table.counts) {
    std::string filter;
    for (std::size_t i = 0; i < dimensions.size(); ++i)
      if (at[i] != Table::kAny)
        filter += (filter.empty() ? "(" : " AND (") + table.axes[i].values[at[i]].filter + ")";
    SearchQuery query;
    if (!filter.empty()) query.filter = parse_filter(filter);
    EXPECT_EQ(search(*archive.snapshot, clearance, query).total, count) << filter;
  }
}

TEST(Tabulation, CountsAreTotalsOfTheirFilters) {
  const Archived archive(records());
  rc::check([&] {
    std::vector<Attribute> dimensions;
    for (const int number :
         *rc::gen::unique<std::vector<int>>(3, rc::gen::inRange<int>(0, static_cast<int>(kAttributeCount))))
      dimensions.push_back(static_cast<Attribute>(number));
    dimensions.resize(*rc::gen::inRange<std::size_t>(1, 4));
    expect_counts(archive, *rc::gen::element(Grade::kOpen, Grade::kMat), dimensions);
  });
}

TEST(Tabulation, ValuesAndTotals) {
  const Archived archive(records());
  const Table table = tabulate(*archive.snapshot, Grade::kOpen, {}, {Attribute::kIssuer, Attribute::kFields});
  ASSERT_EQ(table.axes[0].values.size(), 3u);
  EXPECT_EQ(table.axes[0].values[0].filter, R"(issuer = "Tỉnh ủy \"A\\B\"")");
  EXPECT_EQ(table.axes[0].values[2].text, "");
  EXPECT_EQ(table.axes[0].values[2].filter, "NOT issuer EXISTS");
  constexpr auto kAny = Table::kAny;
  EXPECT_EQ(table.count({1, kAny, kAny}), 3u);  // both spellings
  ASSERT_EQ(table.axes[1].values.size(), 3u);
  EXPECT_EQ(table.count({1, 0, kAny}) + table.count({1, 1, kAny}), 4u);  // one has two fields
  EXPECT_EQ(table.total(), 5u);
}

TEST(Tabulation, ADateWithoutADayIsItself) {
  EXPECT_EQ(equal_filter(Attribute::kDate, "2024-05"), R"(date = "2024-05")");
  EXPECT_EQ(equal_filter(Attribute::kDate, "2024-05-31"), R"(date = "2024-05-31")");
}

TEST(Tabulation, NothingAboveTheClearance) {
  auto low = records();
  low.pop_back();
  const Archived with(records()), without(low);
  for (const Attribute attribute : {Attribute::kIssuer, Attribute::kYear, Attribute::kGrade}) {
    const Table a = tabulate(*with.snapshot, Grade::kOpen, {}, {attribute, Attribute::kType});
    const Table b = tabulate(*without.snapshot, Grade::kOpen, {}, {attribute, Attribute::kType});
    EXPECT_EQ(a.counts, b.counts);
    ASSERT_EQ(a.axes[0].values.size(), b.axes[0].values.size());
    for (std::size_t i = 0; i < a.axes[0].values.size(); ++i)
      EXPECT_EQ(a.axes[0].values[i].filter, b.axes[0].values[i].filter);
  }
}

}  // namespace
}  // namespace vankien
