// 1. All words must match; the title and words beside each other count more; a marked query never means other
// marks.
// 2. Bare typing finds every form the archive holds.
// 3. A symbol puts its document first however it is spelled; no other symbol comes above it.
// 4. Totals and facets are exact, agree with each other and with the hits, under any filter.
// 5. What is above the clearance does not exist: hits, totals, facets, expansions and scores are those of an
// archive without it.
// 6. Phrases match in order only; excluded words exclude; sorting puts absent values last.
// 7. The same at once from many threads: a hundred thousand queries of all kinds from 32.

#include "searchd/search/searcher.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "searchd/search/archive/snapshot.h"
#include "tests/support/two_archives.h"

namespace vankien {
namespace {

using test::make_record;
using test::typed;

std::vector<Record> open_records() {
  return {
      typed(make_record("a", "05-NQ/TU", "Về nguồn nhân lực",
                        "Nghị quyết về phát triển nguồn nhân lực của tỉnh.", "2022-06-01"),
            "Nghị quyết", "Tỉnh ủy Đông Giang"),
      typed(make_record("b", "105-NQ/TU", "Về rừng",
                        "Thực hiện Nghị quyết số 05-NQ/TU, nguồn lực và nhân dân.", "2023-01-09"),
            "Nghị quyết", "Tỉnh ủy Nam Lĩnh"),
      typed(
          make_record("c", "05-CT/TU", "Về nhân sự", "Chỉ thị năm 2024 về nguồn nhân lực trẻ.", "2024-05-02"),
          "Chỉ thị", "Tỉnh uỷ Đông Giang"),
      typed(make_record("d", "05-NQ/TW", "Hội nghị", "Ban Chấp hành họp.", "2012-02-03"), "Nghị quyết",
            "Ban Chấp hành Trung ương"),
      typed(make_record("e", "30/2020/NĐ-CP", "Về công tác văn thư", "Công tác văn thư.", "2020-03-05"),
            "Nghị định", "Chính phủ"),
      make_record("f", "", "Bản tin", "nghi quyet viet khong dau; nguôn khác", ""),
  };
}

std::vector<Record> all_records() {
  auto records = open_records();
  records.push_back(typed(make_record("s", "07-PA/TU", "Phương án nhân sự",
                                      "Nguồn nhân lực quy hoạch, bí danh Saobac.", "2025-01-01", Grade::kMat),
                          "Phương án", "Tỉnh ủy Đông Giang"));
  return records;
}

class Searching : public test::TwoArchives<Searching> {
 public:
  static std::vector<Record> records() { return all_records(); }

 protected:
  static SearchQuery ask(std::string q, const std::string& filter = "") {
    SearchQuery query;
    query.q = std::move(q);
    if (!filter.empty()) query.filter = parse_filter(filter);
    query.facets = {Attribute::kType, Attribute::kIssuer, Attribute::kYear};
    return query;
  }
  static std::string ids(const SearchResult& result) {
    std::string out;
    for (const auto& hit : result.hits)
      out += nlohmann::json::parse(split_record(hit.stored).fields)["id"].get<std::string>();
    return out;
  }
  static std::string find(const std::string& q, const std::string& filter = "",
                          Clearance clearance = Grade::kOpen) {
    return ids(search(*snapshot_, clearance, ask(q, filter)));
  }
  static std::string sorted(std::string text) {
    std::sort(text.begin(), text.end());
    return text;
  }
};

TEST_F(Searching, NeedsAllWords) {
  EXPECT_EQ(find("nguồn nhân lực").substr(0, 1), "a") << "in the title and beside each other";
  EXPECT_EQ(sorted(find("nguồn nhân lực")), "abc");
  EXPECT_EQ(find("nguồn nhân lực trẻ"), "c");
}

TEST_F(Searching, IsContentWithMostWordsWhereNoDocumentHasThemAll) {
  const auto result = search(*snapshot_, Grade::kOpen, ask("nguồn nhân lực đại dương"));
  EXPECT_EQ(sorted(ids(result)), "abc");
  ASSERT_EQ(result.understood.size(), 1u);
  EXPECT_EQ(result.understood[0], (Understanding{Understanding::How::kRelaxed,
                                                 "nguồn nhân lực đại dương",
                                                 {"nguồn", "nhân", "lực"},
                                                 {},
                                                 {"đại", "dương"}}));
  EXPECT_EQ(find("nguồn nhân lực \"đại dương\""), "") << "what is quoted must be there";
  EXPECT_EQ(find("nguồn nhân lực đại dương -trẻ").find('c'), std::string::npos);
}

// A symbol said in words once outweighed all the words, so that documents with only these were left out.
TEST_F(Searching, TakesTheWordsOfALongQueryForAsGoodAsASymbolInIt) {
  const std::string found = find("thực hiện nghị quyết 05 về nguồn lực và nhân dân");
  EXPECT_NE(found.find('b'), std::string::npos) << "has the words, another number: " << found;
}

TEST_F(Searching, ReadsKeystrokesAndSaysSo) {
  for (const char* q : {"nguoonf nhaan luwcj", "nguo6n2 nha6n lu7c5", "nguonof nhana luwjc"}) {
    const auto result = search(*snapshot_, Grade::kOpen, ask(q));
    EXPECT_EQ(sorted(ids(result)), "abc") << q;
    ASSERT_EQ(result.understood.size(), 3u) << q;
    EXPECT_EQ(result.understood[0].how, Understanding::How::kKeystrokes);
    EXPECT_EQ(result.understood[0].as, std::vector<std::string>{"nguồn"});
  }
  EXPECT_EQ(sorted(find("nha6n luc75")), "abc");
  EXPECT_EQ(sorted(find("Nghi5 quyết")), "ab") << "its neighbour tells";
  EXPECT_EQ(find("nghij quyeets so 05 cuar tinhr uyr").substr(0, 1), "a") << "a symbol said in keystrokes";
}

TEST_F(Searching, SuggestsTheMarksOfABareQueryWhenAsked) {
  SearchQuery query = ask("nguon nhan luc, 2022");
  EXPECT_EQ(search(*snapshot_, Grade::kOpen, query).suggestion, "");
  query.suggest = true;
  EXPECT_EQ(search(*snapshot_, Grade::kOpen, query).suggestion, "nguồn nhân lực, 2022");
  query.q = "nguồn nhân lực";
  EXPECT_EQ(search(*snapshot_, Grade::kOpen, query).suggestion, "") << "nothing lacks";
  query.q = "nq 05 tu nguon luc";
  EXPECT_EQ(search(*snapshot_, Grade::kOpen, query).suggestion, "nq 05 tu nguồn lực") << "a symbol stays";
}

TEST_F(Searching, FindsThePaperOfASymbolWhateverElseIsSaid) {
  for (const char* q : {"05-NQ/TU ngày 01/6/2022", "05-NQ/TU 2022",
                        "Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang", "05-NQ/TU giáo dục"})
    EXPECT_EQ(find(q).substr(0, 1), "a") << q;
}

TEST_F(Searching, TakesAWordWithoutMarksAmongMarkedOnesAsItStands) {
  EXPECT_EQ(sorted(find("nhân lực trẻ năm")), "c");
  const auto understood = search(*snapshot_, Grade::kOpen, ask("công tác văn thư")).understood;
  EXPECT_TRUE(understood.empty()) << "văn thư is no văn thứ";
}

TEST_F(Searching, SaysARepeatedWordOnce) {
  std::string many, phrases;
  for (int i = 0; i < 600; ++i) many += "nguồn nhân lực ", phrases += "-\"rừng xanh\" nq 05 tu ";
  EXPECT_EQ(sorted(find(many)), "abc");
  EXPECT_EQ(find(phrases).substr(0, 1), "a");
}

TEST_F(Searching, FindsPapersNamedCarelessly) {
  for (const char* q : {"nghị định 30/CP", "nghị định 30 của chính phủ", "nghi dinh 30 chinh phu"})
    EXPECT_EQ(find(q).substr(0, 1), "e") << q;
}

TEST_F(Searching, DoesNotRelaxWhereTheFilterLeftNothing) {
  EXPECT_EQ(find("nguồn nhân lực trẻ", "year = 2020"), "");
}

TEST_F(Searching, NeverRelaxesWhenAskedForAllWords) {
  SearchQuery query = ask("nguồn nhân lực đại dương");
  query.all_words = true;
  EXPECT_EQ(search(*snapshot_, Grade::kOpen, query).total, 0u);
}

TEST_F(Searching, KeepsMarksThatWereTyped) {
  EXPECT_EQ(find("nguôn"), "f");
  EXPECT_EQ(sorted(find("nguon")), "abcf");
  EXPECT_EQ(sorted(find("nghi quyet")), "abf");
  EXPECT_EQ(sorted(find("nghị quyết")), "ab") << "a marked query never finds words without marks";
}

TEST_F(Searching, FindsASymbolHoweverSpelt) {
  for (const char* q : {"05-NQ/TU", "5-nq/tu", "05 nq tu", "05–NQ/TU", "Số: 05 - NQ/TU",
                        "nghị quyết 05 tỉnh ủy", "nghi quyet so 5 tinh uy", "nq 05 tu"})
    EXPECT_EQ(find(q).substr(0, 1), "a") << q;
  EXPECT_EQ(find("05-NQ/TU"), "ab") << "its own document, then the one that mentions it, and no other";
  EXPECT_EQ(find("05-NQ/TƯ"), "d");
  EXPECT_EQ(find("30/NĐ-CP"), "e") << "without its year";
  EXPECT_EQ(find("30/2020/nd-cp"), "e") << "without marks";
  EXPECT_EQ(find("30/2021/NĐ-CP"), "") << "a year that was typed counts";
}

TEST_F(Searching, SurvivesSymbolsWithMarksOverAllDatabases) {
  for (const char* type : {"qđ", "qd", "đa", "da", "nđ", "nghị định", "quyết định"})
    for (const char* organ : {"tw", "tu", "đu", "trung ương", "cp"})
      for (const int number : {1, 5, 12, 39}) {
        const std::string q = std::to_string(number) + " " + type + " " + organ;
        for (const auto& spelling : {q, std::string(type) + " " + std::to_string(number) + " " + organ})
          EXPECT_NO_THROW(search(*snapshot_, Grade::kTuyetMat, ask(spelling))) << spelling;
      }
}

TEST_F(Searching, TakesLettersOfTheStateForWhatTheyAre) {
  EXPECT_EQ(find("Số: 77/UBND-VX"), "") << "a symbol that nothing has is not the empty query";
  EXPECT_EQ(find("\"05-NQ/TU\""), "ab") << "quoted";
}

TEST_F(Searching, PutsTheNamedTypeAndYearFirst) { EXPECT_EQ(find("chỉ thị năm 2024").substr(0, 1), "c"); }

TEST_F(Searching, CompletesTheLastWord) {
  EXPECT_EQ(sorted(find("nguồn nhâ")), "abc");
  EXPECT_EQ(find("phát triển nhâ"), "a");
  SearchQuery query = ask("nguồn nhâ ");
  query.all_words = true;
  EXPECT_EQ(search(*snapshot_, Grade::kOpen, query).total, 0u) << "a blank ends the word";
}

TEST_F(Searching, TakesPhrasesLiterally) {
  EXPECT_EQ(sorted(find("\"nguồn nhân lực\"")), "ac");
  EXPECT_EQ(sorted(find("\"nguon nhan luc\"")), "ac");
  EXPECT_EQ(find("\"lực nhân nguồn\""), "");
}

TEST_F(Searching, Excludes) {
  EXPECT_EQ(sorted(find("nguồn -trẻ")), "ab");
  EXPECT_EQ(sorted(find("nguồn -\"nguồn nhân lực\"")), "b");
}

TEST_F(Searching, Sorts) {
  SearchQuery query = ask("");
  EXPECT_EQ(ids(search(*snapshot_, Grade::kOpen, query)), "cbaedf")
      << "everything: the newest first, undated last";
  query.sort = {{Attribute::kDate, false}};
  EXPECT_EQ(ids(search(*snapshot_, Grade::kOpen, query)), "deabcf");
  query.sort = {{Attribute::kDate, true}};
  EXPECT_EQ(ids(search(*snapshot_, Grade::kMat, query)), "scbaedf") << "across databases";
  query.offset = 2;
  query.limit = 2;
  EXPECT_EQ(ids(search(*snapshot_, Grade::kMat, query)), "ba");
}

TEST_F(Searching, Filters) {
  EXPECT_EQ(sorted(find("", "type = 'nghị quyết'")), "abd");
  EXPECT_EQ(sorted(find("", "issuer = 'tỉnh ủy đông giang'")), "ac") << "either tone placement";
  EXPECT_EQ(sorted(find("", "year >= 2022 AND NOT type = 'Chỉ thị'")), "ab");
  EXPECT_EQ(sorted(find("", "date 2020-01 TO 2022-12-31")), "ae");
  EXPECT_EQ(sorted(find("", "date <= 2022")), "ade") << "all of 2022";
  EXPECT_EQ(sorted(find("", "date > 2022")), "bc");
  EXPECT_EQ(find("", "date 2024-05 TO 2024-05"), "c");
  EXPECT_EQ(find("", "date = 2024-05"), "") << "only a paper without a day";
  EXPECT_THROW(parse_filter("date > gestern"), FilterError);
  EXPECT_EQ(sorted(find("", "type NOT EXISTS")), "f");
  EXPECT_EQ(sorted(find("nguồn", "type IN ['Chỉ thị', 'Nghị định']")), "c");
  EXPECT_EQ(sorted(find("05-NQ/TU", "year = 2023")), "b") << "a filter binds symbols too";
}

TEST_F(Searching, CountsExactly) {
  static const std::vector<std::string> queries = {
      "", "nguồn", "nghi quyet", "05-NQ/TU", "\"nguồn nhân lực\"", "của tỉnh", "zzz"};
  static const std::vector<std::string> filters = {
      "", "year > 2019", "type = 'Nghị quyết' OR type = 'Chỉ thị'", "NOT issuer EXISTS"};
  rc::check(
      "facets of single-valued fields never sum above the total; a value's count is the total of the search "
      "it links to",
      [] {
        const auto q = *rc::gen::elementOf(queries);
        const auto filter = *rc::gen::elementOf(filters);
        const auto clearance = *rc::gen::element(Grade::kOpen, Grade::kMat, Grade::kTuyetMat);
        const auto result = search(*snapshot_, clearance, ask(q, filter));
        RC_ASSERT(result.hits.size() == result.total);
        for (const auto& [attribute, counts] : result.facets) {
          std::uint64_t sum = 0;
          for (const auto& [value, count] : counts.values) {
            sum += count;
            const std::string narrower = (filter.empty() ? "" : "(" + filter + ") AND ") +
                                         std::string(info(attribute).name) + " = '" + value + "'";
            RC_ASSERT(search(*snapshot_, clearance, ask(q, narrower)).total == count);
          }
          RC_ASSERT(sum <= result.total);
        }
      });
}

TEST_F(Searching, KnowsNothingAboveTheClearance) {
  for (const char* q : {"", "nguồn", "nguon nhan luc", "saobac", "Saobac", "07-PA/TU", "phương án nhân sự",
                        "\"bí danh\"", "saob", "nhan su"}) {
    const auto with = search(*snapshot_, Grade::kOpen, ask(q));
    const auto without = search(*plain_, Grade::kOpen, ask(q));
    EXPECT_EQ(with.total, without.total) << q;
    EXPECT_EQ(ids(with), ids(without)) << q;
    EXPECT_EQ(with.terms.words, without.terms.words) << q;
    ASSERT_EQ(with.hits.size(), without.hits.size());
    for (std::size_t i = 0; i < with.hits.size(); ++i)
      EXPECT_EQ(with.hits[i].score, without.hits[i].score) << q;
    for (const auto& [attribute, counts] : with.facets) {
      const auto& other = without.facets.at(attribute).values;
      ASSERT_EQ(counts.values.size(), other.size()) << q;
      for (std::size_t i = 0; i < other.size(); ++i) EXPECT_EQ(counts.values[i].count, other[i].count);
    }
  }
  EXPECT_EQ(find("saobac", "", Grade::kMat), "s");
  EXPECT_FALSE(find_document(*snapshot_, Grade::kInternal, "s"));
  EXPECT_TRUE(find_document(*snapshot_, Grade::kMat, "s"));
  EXPECT_EQ(statistics(*snapshot_, Grade::kOpen).documents, 6u);
  EXPECT_EQ(statistics(*snapshot_, Grade::kTuyetMat).documents, 7u);
}

TEST_F(Searching, SearchesFacetValues) {
  const auto found = search_facet_values(*snapshot_, Grade::kOpen, ask(""), Attribute::kIssuer, "dong giang");
  ASSERT_EQ(found.size(), 1u) << "both spellings are one value";
  EXPECT_TRUE(
      search_facet_values(*snapshot_, Grade::kOpen, ask(""), Attribute::kIssuer, "đông giàng").empty());
  EXPECT_EQ(search_facet_values(*snapshot_, Grade::kOpen, ask(""), Attribute::kIssuer, "dong ủy").size(), 1u)
      << "some words with marks, some without, in any order";
}

TEST_F(Searching, UnderstandsAnyText) {
  rc::check("free text never gives an error",
            [](const std::string& q) { search(*snapshot_, Grade::kTuyetMat, ask(q)); });
  for (const char* q : {"\"", "\"\"", "-", "--", "-\"", "\"-\"", "AND OR NOT", "((((", "*", "a*", "05-", "/",
                        "\x01\xFF", "-a", "- a"})
    EXPECT_NO_THROW(search(*snapshot_, Grade::kTuyetMat, ask(q))) << q;
}

// The empty query too: it once shared one object of Xapian's between all threads, which ended the daemon.
TEST_F(Searching, ServesManyThreads) {
  constexpr int kThreads = 32;
  constexpr int kQueries = 100'000;
  struct Asked {
    Clearance clearance;
    SearchQuery query;
    std::string answer;
  };
  const auto answer = [](const Asked& asked) {
    const SearchResult result = search(*snapshot_, asked.clearance, asked.query);
    std::string told = std::to_string(result.total);
    for (const auto& hit : result.hits) told += "\n" + hit.stored;
    return told;
  };
  std::vector<Asked> all;
  for (const Clearance clearance : {Grade::kOpen, Grade::kMat})
    for (const char* filter : {"", "type = \"Nghị quyết\"", "year >= 2022"})
      for (const char* q : {"", "nguồn nhân lực", "nguon nhan luc", "\"nguồn nhân lực\"", "nguồn -trẻ",
                            "05-NQ/TU", "nghij quyeets", "saobac", "không có từ nào như vậy ở đây"})
        all.push_back({clearance, ask(q, filter), ""});
  for (Asked& asked : all) asked.answer = answer(asked);
  std::vector<std::thread> threads;
  std::atomic<int> next{0};
  std::atomic<int> wrong{0};
  for (int t = 0; t < kThreads; ++t)
    threads.emplace_back([&] {
      for (int i = next++; i < kQueries; i = next++) {
        const Asked& asked = all[static_cast<std::size_t>(i) % all.size()];
        if (answer(asked) != asked.answer) ++wrong;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace vankien
