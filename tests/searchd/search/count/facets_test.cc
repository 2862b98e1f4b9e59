// Over random archives of several grades, random queries and filters:
// 1. Every count of a facet, a range and a histogram's bucket is the total of the query it links to. Values are spelled in
// several ways there: each is counted once.
// 2. Counts of a single-valued attribute add up to the total, with the documents that have none.
// 3. One more condition joined by AND never raises a count.
// 4. Counts of disjunctive facets are those of a separate search without the facet's own conditions; hits, total and all
// other counts are not touched.
// 5. What is above the clearance changes no count.
// And by example:
// 6. Trees: the issuer below its level, the month below its year. Places as they were, and as of today.
// 7. A histogram lists empty buckets, unless a wild date would make thousands of them.
// 8. Values of every attribute can be looked for, bare and with marks.
// 9. Of several spellings of a value the one that most documents of the clearance have is shown, in trees and lists too; a
// document that has a value in two spellings counts once.

#include "searchd/search/count/facets.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/count/date_histogram.h"
#include "searchd/search/searcher.h"
#include "tests/support/two_archives.h"

namespace vankien {
namespace {

using Counted = std::map<std::string, std::uint64_t>;

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t most) { return engine_() % most; }
  std::string one_of(const std::vector<std::string>& choices) { return choices[below(choices.size())]; }

 private:
  std::mt19937 engine_;
};

Record random_record(Random& random, std::size_t number) {
  Record record = test::make_record(
      fmt::format("d{}", number), "", random.one_of({"Về rừng", "Về biển", "Về rừng và biển"}),
      random.one_of({"đất", "nước", "đất nước"}), "", static_cast<Grade>(random.below(3)));
  record.date = random.one_of({"", "1998", "2019-11", "2020-02", "2020-02-29", "2021-07-15", "2024-05-31"});
  record.type = random.one_of({"", "Nghị quyết", "NGHỊ QUYẾT", "Chỉ thị", "Báo cáo"});
  record.issuer = random.one_of({"", "Tỉnh ủy Hà Giang", "Tỉnh uỷ Hà Giang", "TỈNH UỶ HÀ GIANG",
                                 "Huyện ủy \"Sơn\\Khê\"", "Huyện uỷ Sơn/Khê", "Ban Bí thư"});
  record.level = random.one_of({"", "tỉnh", "Tỉnh", "huyện"});
  record.place = random.one_of({"", "Hà Giang", "HÀ GIANG", "Hải Hưng", "Tuyên Quang", "xã Tân Thuận"});
  for (const char* field : {"Dân vận", "DÂN VẬN", "Tuyên giáo"})
    if (random.below(2) == 0) record.fields.emplace_back(field);
  if (random.below(3) == 0) record.ocr_pages = {1};
  if (random.below(5) == 0) record.poor_pages = {1};
  record.pages.resize(1 + random.below(12), "trang");
  return record;
}

std::string quoted(const std::string& value) {
  std::string text = "\"";
  for (const char c : value) text += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
  return text + "\"";
}

Filter equals(Attribute attribute, const std::string& value) {
  return parse_filter(fmt::format("{} = {}", info(attribute).name, quoted(value)));
}

Filter both(Filter first, Filter second) {
  Filter all;
  all.children = {std::move(first), std::move(second)};
  return all;
}

Counted counts_of(const SearchResult& result, Attribute attribute) {
  Counted counts;
  for (const auto& [value, count] : result.facets.at(attribute).values) counts[value] = count;
  return counts;
}

std::vector<Attribute> all_attributes() {
  std::vector<Attribute> attributes;
  for (std::size_t i = 0; i < kAttributeCount; ++i) attributes.push_back(static_cast<Attribute>(i));
  return attributes;
}

class Facets : public test::TwoArchives<Facets> {
 public:
  static std::vector<Record> records() {
    Random random(7);
    std::vector<Record> all;
    for (std::size_t i = 0; i < 120; ++i) all.push_back(random_record(random, i));
    return all;
  }

 protected:
  static SearchQuery ask(std::string q, Filter filter) {
    SearchQuery query;
    query.q = std::move(q);
    query.filter = std::move(filter);
    query.facets = all_attributes();
    query.histogram = DateInterval::kMonth;
    query.ranges = {{Attribute::kPages, {{"", "1"}, {"2", "5"}, {"6", ""}}},
                    {Attribute::kDate, {{"2020-02", "2021"}, {"2019", ""}}}};
    query.limit = 0;
    return query;
  }
  static SearchResult find(const SearchQuery& query, Clearance clearance = Grade::kMat) {
    return search(*snapshot_, clearance, query);
  }
  /// Random queries with random filters, the empty ones among them; every part joined by AND.
  static std::vector<SearchQuery> queries() {
    static const std::vector<std::string> kConditions = {"type = \"Nghị quyết\" OR type = \"Chỉ thị\"",
                                                         "type != \"Nghị quyết\"",
                                                         "year >= 2020",
                                                         "date 2019-11 TO 2020-02",
                                                         "fields = \"Dân vận\"",
                                                         "NOT level EXISTS",
                                                         "pages > 3",
                                                         "place = \"Hà Giang\"",
                                                         "place.today = \"Tuyên Quang\"",
                                                         "scan = \"bản quét\"",
                                                         "issuer.lvl0 = tỉnh",
                                                         "date.lvl1 = \"2020 > 2020-02\"",
                                                         "month >= 2019-12"};
    Random random(11);
    std::vector<SearchQuery> queries;
    for (std::size_t i = 0; i < 12; ++i) {
      Filter filter;
      for (std::size_t k = random.below(3); k > 0; --k)
        filter.children.push_back(parse_filter(random.one_of(kConditions)));
      queries.push_back(ask(random.one_of({"", "rừng", "đất nước", "bien"}), filter));
    }
    return queries;
  }
};

TEST_F(Facets, EachCountIsTheTotalOfWhatItLinksTo) {
  for (const SearchQuery& query : queries()) {
    const SearchResult result = find(query);
    const auto total = [&](Filter condition) {
      SearchQuery linked;
      linked.q = query.q;
      linked.filter = both(query.filter, std::move(condition));
      linked.limit = 0;
      return find(linked).total;
    };
    for (const Attribute attribute : all_attributes()) {
      if (attribute == Attribute::kYear || attribute == Attribute::kGrade) continue;  // the same code; time
      for (const auto& [value, count] : counts_of(result, attribute))
        EXPECT_EQ(total(equals(attribute, value)), count) << info(attribute).name << " = " << value;
    }
    for (const auto& [attribute, ranges] : query.ranges)
      for (std::size_t i = 0; i < ranges.size(); ++i) {
        Filter filter{.kind = Filter::Kind::kCondition, .children = {}, .condition = {}};
        filter.condition = to_condition(attribute, ranges[i]);
        EXPECT_EQ(total(filter), result.ranges.at(attribute)[i]) << info(attribute).name << " " << i;
      }
    for (const auto& [from, to, count] : result.histogram->buckets)
      if (count > 0) {
        EXPECT_EQ(total(parse_filter(fmt::format("date {} TO {}", from, to))), count) << from;
      }
  }
}

TEST_F(Facets, SingleValuesAddUpToTheTotal) {
  for (const SearchQuery& query : queries()) {
    const SearchResult result = find(query);
    for (const Attribute attribute : all_attributes()) {
      SearchQuery without;
      without.q = query.q;
      without.filter = both(query.filter, parse_filter(fmt::format("{} NOT EXISTS", info(attribute).name)));
      std::uint64_t sum = find(without).total;
      for (const auto& [value, count] : counts_of(result, attribute)) sum += count;
      EXPECT_TRUE(info(attribute).list || sum == result.total) << info(attribute).name << ": " << sum;
    }
    std::uint64_t sum = result.histogram->absent;
    for (const auto& bucket : result.histogram->buckets) sum += bucket.count;
    EXPECT_EQ(sum, result.total);
    const auto& pages = result.ranges.at(Attribute::kPages);
    EXPECT_EQ(pages[0] + pages[1] + pages[2], result.total) << "the three ranges hold every number";
  }
}

TEST_F(Facets, OneMoreConditionRaisesNoCount) {
  const auto all = queries();
  for (std::size_t i = 0; i < all.size(); ++i) {
    SearchQuery narrowed = all[i];
    narrowed.filter = both(all[i].filter, all[(i + 5) % all.size()].filter);
    const SearchResult before = find(all[i]), after = find(narrowed);
    EXPECT_LE(after.total, before.total);
    for (const Attribute attribute : all_attributes()) {
      Counted wide = counts_of(before, attribute);
      for (const auto& [value, count] : counts_of(after, attribute))
        EXPECT_LE(count, wide[value]) << info(attribute).name << " = " << value;
    }
  }
}

TEST_F(Facets, DisjunctiveCountsAreThoseOfASearchWithoutTheirConditions) {
  const Filter types = parse_filter("type = \"Nghị quyết\" OR type = \"Chỉ thị\"");
  const Filter fields = parse_filter("fields = \"Dân vận\"");
  const Filter pages = parse_filter("pages <= 6 AND date 2019 TO 2021");
  for (const char* q :
       {"", "rừng", "dat nuoc", "rừng núi xa vời"}) {  // the last is content with part of its words
    Filter filter;
    filter.children = {types, fields, pages};
    SearchQuery query = ask(q, filter);
    query.limit = 50;
    const SearchResult plain = find(query);
    query.disjunctive = {Attribute::kType, Attribute::kFields, Attribute::kDate, Attribute::kSigner};
    const SearchResult result = find(query);
    EXPECT_EQ(result.total, plain.total);
    ASSERT_EQ(result.hits.size(), plain.hits.size());
    for (std::size_t i = 0; i < plain.hits.size(); ++i)
      EXPECT_EQ(result.hits[i].stored, plain.hits[i].stored);

    const auto separate = [&](std::vector<Filter> parts) {
      Filter rest;
      rest.children = std::move(parts);
      return find(ask(q, rest));
    };
    const SearchResult no_types = separate({fields, pages});
    const SearchResult no_fields = separate({types, pages});
    const SearchResult no_dates = separate({types, fields, parse_filter("pages <= 6")});
    for (const Attribute attribute : all_attributes()) {
      const SearchResult& expected = attribute == Attribute::kType     ? no_types
                                     : attribute == Attribute::kFields ? no_fields
                                     : attribute == Attribute::kDate   ? no_dates
                                                                       : plain;
      EXPECT_EQ(counts_of(result, attribute), counts_of(expected, attribute)) << info(attribute).name;
    }
    EXPECT_EQ(result.ranges.at(Attribute::kDate), no_dates.ranges.at(Attribute::kDate));
    EXPECT_EQ(result.ranges.at(Attribute::kPages), plain.ranges.at(Attribute::kPages));
    EXPECT_EQ(result.histogram->absent, no_dates.histogram->absent);
    EXPECT_EQ(result.histogram->buckets.size(), no_dates.histogram->buckets.size());
  }
}

TEST_F(Facets, KnowNothingAboveTheClearance) {
  for (SearchQuery query : queries()) {
    if (!mixed_attribute(query.filter, {Attribute::kType, Attribute::kPlace}))
      query.disjunctive = {Attribute::kType, Attribute::kPlace};
    const SearchResult low = find(query, Grade::kOpen), without = search(*plain_, Grade::kMat, query);
    EXPECT_EQ(low.total, without.total);
    for (const Attribute attribute : all_attributes())
      EXPECT_EQ(counts_of(low, attribute), counts_of(without, attribute)) << info(attribute).name;
    EXPECT_EQ(low.ranges, without.ranges);
    EXPECT_EQ(low.histogram->buckets.size(), without.histogram->buckets.size());
    EXPECT_EQ(low.histogram->absent, without.histogram->absent);
  }
}

TEST_F(Facets, TellsWhatCannotBeSetAside) {
  const auto mixed = [](const char* filter) {
    const auto attribute = mixed_attribute(parse_filter(filter), {Attribute::kType, Attribute::kYear});
    return attribute ? std::string(info(*attribute).name) : "-";
  };
  EXPECT_EQ(mixed("type = a AND (year = 1 OR year = 2) AND NOT type = b"), "-");
  EXPECT_EQ(mixed("level = a OR issuer = b"), "-");
  EXPECT_EQ(mixed("type = a OR level = b"), "type");
  EXPECT_EQ(mixed("level = b AND NOT (year = 1 AND level = a)"), "year");
}

class SmallArchive : public testing::Test {
 protected:
  void publish(const std::vector<Record>& records) {
    test::publish(home_.path(), records);
    snapshot_ = std::make_unique<Snapshot>(test::current_generation(home_.path()));
  }
  static Record record(std::string id, std::string issuer, std::string level, std::string date,
                       std::string place) {
    Record record = test::make_record(std::move(id), "", "Về rừng", "rừng", std::move(date));
    record.issuer = std::move(issuer);
    record.level = std::move(level);
    record.place = std::move(place);
    return record;
  }
  SearchResult count(std::vector<Attribute> attributes, DateInterval interval = DateInterval::kMonth) {
    SearchQuery query;
    query.facets = std::move(attributes);
    query.histogram = interval;
    return search(*snapshot_, Grade::kOpen, query);
  }
  std::string histogram(DateInterval interval) {
    std::string text;
    const auto shown = count({}, interval).histogram.value();
    for (const auto& [from, to, n] : shown.buckets)
      text += fmt::format("{}{}:{} ", from, from == to ? "" : "-" + to, n);
    return text + fmt::format("absent:{}{}", shown.absent, shown.gaps_filled ? "" : " gaps");
  }

  test::TemporaryFolder home_;
  std::unique_ptr<Snapshot> snapshot_;
};

TEST_F(SmallArchive, CountsTrees) {
  publish({record("a", "Tỉnh ủy Hà Giang", "tỉnh", "2024-05-31", "Hà Giang"),
           record("b", "Tỉnh ủy Hà Giang", "tỉnh", "2024-06", "Hà Giang"),
           record("c", "Tỉnh ủy Hải Hưng", "tỉnh", "1990", "Hải Hưng"),
           record("d", "Hội Làm vườn", "", "2024-05-01", ""), record("e", "", "huyện", "", "xã Tân Thuận"),
           record("f", "", "", "", "")});
  const auto result = count(all_attributes());
  EXPECT_EQ(counts_of(result, Attribute::kIssuerLvl0),
            (Counted{{"tỉnh", 3}, {"huyện", 1}, {"chưa rõ cấp", 1}}));
  EXPECT_EQ(counts_of(result, Attribute::kIssuerLvl1), (Counted{{"tỉnh > Tỉnh ủy Hà Giang", 2},
                                                                {"tỉnh > Tỉnh ủy Hải Hưng", 1},
                                                                {"chưa rõ cấp > Hội Làm vườn", 1}}));
  EXPECT_EQ(counts_of(result, Attribute::kLevel), (Counted{{"tỉnh", 3}, {"huyện", 1}}));
  EXPECT_EQ(counts_of(result, Attribute::kDateLvl0), (Counted{{"2024", 3}, {"1990", 1}}));
  EXPECT_EQ(counts_of(result, Attribute::kDateLvl1), (Counted{{"2024 > 2024-05", 2}, {"2024 > 2024-06", 1}}));
  EXPECT_EQ(counts_of(result, Attribute::kPlace),
            (Counted{{"Hà Giang", 2}, {"Hải Hưng", 1}, {"xã Tân Thuận", 1}}));
  EXPECT_EQ(counts_of(result, Attribute::kPlaceToday),
            (Counted{{"Tuyên Quang", 2}, {"Hải Phòng", 1}, {"Hưng Yên", 1}, {"xã Tân Thuận", 1}}));
  EXPECT_EQ(counts_of(result, Attribute::kScan), (Counted{{"văn bản số", 6}}));
  EXPECT_EQ(counts_of(result, Attribute::kPages), (Counted{{"1", 6}}));
  EXPECT_EQ(result.facets.at(Attribute::kPages).max, 1.0);
}

TEST_F(SmallArchive, SpellsAValueInOneWay) {
  std::vector<Record> records = {record("a", "Tỉnh ủy Hòa Bình", "tỉnh", "", "Hòa Bình"),
                                 record("b", "TỈNH ỦY HÒA BÌNH", "Tỉnh", "", "HÒA BÌNH"),
                                 record("c", "Tỉnh uỷ Hoà Bình", "tỉnh", "", "Hoà Bình"),
                                 record("d", "Tỉnh uỷ Hoà Bình", "tỉnh", "", "Hoà Bình"),
                                 record("e", "Ban Bí thư", "Tỉnh", "", "")};
  for (const char* id : {"f", "g", "h"}) {
    records.push_back(record(id, "TỈNH ỦY HÒA BÌNH", "Tỉnh", "", ""));
    records.back().grade = Grade::kMat;
  }
  records[0].fields = {"Dân vận", "DÂN VẬN"};
  publish(records);
  const auto result = count(all_attributes());
  EXPECT_EQ(counts_of(result, Attribute::kIssuer), (Counted{{"Tỉnh uỷ Hoà Bình", 4}, {"Ban Bí thư", 1}}));
  EXPECT_EQ(counts_of(result, Attribute::kPlace), (Counted{{"Hoà Bình", 4}}));
  EXPECT_EQ(counts_of(result, Attribute::kLevel), (Counted{{"tỉnh", 5}}));
  EXPECT_EQ(counts_of(result, Attribute::kIssuerLvl0), (Counted{{"tỉnh", 5}}));
  EXPECT_EQ(counts_of(result, Attribute::kIssuerLvl1),
            (Counted{{"tỉnh > Tỉnh uỷ Hoà Bình", 4}, {"tỉnh > Ban Bí thư", 1}}));
  EXPECT_EQ(counts_of(result, Attribute::kFields), (Counted{{"DÂN VẬN", 1}})) << "of equals the smallest";
  SearchQuery all;
  all.facets = {Attribute::kIssuer, Attribute::kIssuerLvl1};
  const auto above = search(*snapshot_, Grade::kMat, all);
  EXPECT_EQ(counts_of(above, Attribute::kIssuer), (Counted{{"TỈNH ỦY HÒA BÌNH", 7}, {"Ban Bí thư", 1}}));
  EXPECT_EQ(counts_of(above, Attribute::kIssuerLvl1),
            (Counted{{"Tỉnh > TỈNH ỦY HÒA BÌNH", 7}, {"Tỉnh > Ban Bí thư", 1}}));
  const auto found = search_facet_values(*snapshot_, Grade::kOpen, {}, Attribute::kIssuer, "hoa binh");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].count, 4u);
}

TEST_F(SmallArchive, ListsEmptyBuckets) {
  publish({record("a", "", "", "2024-05-31", ""), record("b", "", "", "2024-08-01", ""),
           record("c", "", "", "2011", ""), record("d", "", "", "", "")});
  EXPECT_EQ(histogram(DateInterval::kMonth), "2024-05:1 2024-06:0 2024-07:0 2024-08:1 absent:2");
  EXPECT_EQ(histogram(DateInterval::kDecade), "2010-2019:1 2020-2029:2 absent:1");
  const std::string years = histogram(DateInterval::kYear);
  EXPECT_TRUE(years.starts_with("2011:1 2012:0 ") && years.ends_with(" 2023:0 2024:2 absent:1")) << years;
}

TEST_F(SmallArchive, LeavesOutThousandsOfEmptyBuckets) {
  publish({record("a", "", "", "2024-05-31", ""), record("b", "", "", "0224-08-01", "")});
  EXPECT_EQ(histogram(DateInterval::kMonth), "0224-08:1 2024-05:1 absent:0 gaps");
}

TEST_F(SmallArchive, FindsValuesOfEveryAttribute) {
  publish({record("a", "Tỉnh ủy Hà Giang", "tỉnh", "2024-05-31", "Hà Giang")});
  const auto found = [&](Attribute attribute, const char* words) {
    std::string values;
    for (const auto& [value, count] : search_facet_values(*snapshot_, Grade::kOpen, {}, attribute, words))
      values += fmt::format("{}:{} ", value, count);
    return values;
  };
  for (const char* words : {"ha giang", "Hà Giang"}) {
    EXPECT_EQ(found(Attribute::kPlace, words), "Hà Giang:1 ") << words;
    EXPECT_EQ(found(Attribute::kIssuerLvl1, words), "tỉnh > Tỉnh ủy Hà Giang:1 ") << words;
  }
  EXPECT_EQ(found(Attribute::kPlaceToday, "tuyen"), "Tuyên Quang:1 ");
  EXPECT_EQ(found(Attribute::kScan, "ban so"), "văn bản số:1 ");
  EXPECT_EQ(found(Attribute::kMonth, "2024"), "2024-05:1 ");
  EXPECT_EQ(found(Attribute::kPlace, "hã"), "");
}

}  // namespace
}  // namespace vankien
