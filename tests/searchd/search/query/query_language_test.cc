// 1. OR, groups and field words find what they say, under every clearance what an archive without secrets finds.
// 2. A value that means nothing is words, and that is told.
// 3. Literally only the words as typed are found.
// 4. The parts of a hit's weight add up to it.
// 5. Where the weight is equal the newest comes first; relaxing keeps phrases and says what was given up.
// 6. A phrase is found and marked over the break of a page, whatever number or running head stands there.
// 7. A pasted text finds the document that holds it first.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <numeric>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/searcher.h"
#include "tests/support/two_archives.h"

namespace vankien {
namespace {

using test::make_record;

Record paper(Record record, std::string type, std::string issuer, std::string term, std::string signer) {
  record.type = std::move(type);
  record.issuer = std::move(issuer);
  record.term = std::move(term);
  record.signer = std::move(signer);
  return record;
}

std::vector<Record> open_papers() {
  auto a =
      paper(make_record("a", "05-NQ/TU", "Về rừng", "Giữ rừng đầu nguồn, nghị quyết của tỉnh.", "2022-06-01"),
            "Nghị quyết", "Tỉnh ủy Đông Giang", "2020-2025", "Lê Thị Sen");
  a.fields = {"Kinh tế - xã hội"};
  auto b =
      paper(make_record("b", "05-CT/TW", "Về biển", "Giữ biển và đảo, chỉ thị của Trung ương.", "2023-03-05"),
            "Chỉ thị", "Ban Bí thư", "XIII", "Trần Quốc Khải");
  b.fields = {"Quốc phòng, an ninh, đối ngoại", "Kinh tế - xã hội"};
  auto f = make_record("f", "", "Hợp đồng", "", "2021-02-03");
  f.pages = {"Đơn giá được chia để chỉ định\n\n", "      - 2 -\n\nmột nhà thầu; xem trang\n3",
             "trước, khoản 2\n"};
  return {a,
          b,
          f,
          paper(make_record("c", "30/2020/NĐ-CP", "Về văn thư", "Nghị định về văn thư, rừng và biển.",
                            "2020-03-05"),
                "Nghị định", "Chính phủ", "", "Nguyễn Xuân Phúc"),
          make_record("d", "", "Bản tin", "Giữ gìn bản làng.", "2024-05-01"),
          make_record("e", "", "Bản tin", "Giữ gìn bản làng.", "2024-05-02")};
}

class QueryLanguage : public test::TwoArchives<QueryLanguage> {
 public:
  static std::vector<Record> records() {
    auto all = open_papers();
    all.push_back(
        paper(make_record("s", "07-PA/TU", "Về rừng", "Giữ rừng kín, saobac.", "2025-01-01", Grade::kMat),
              "Phương án", "Ban Cơ yếu Saobac", "XIV", "Sao Bắc"));
    return all;
  }

 protected:
  static SearchQuery ask(std::string q) {
    SearchQuery query;
    query.q = std::move(q);
    return query;
  }
  static std::string ids(const SearchResult& result) {
    std::string out;
    for (const auto& hit : result.hits)
      out += nlohmann::json::parse(split_record(hit.stored).fields)["id"].get<std::string>();
    return out;
  }
  static std::string ranked(const std::string& q) { return ids(search(*snapshot_, Grade::kOpen, ask(q))); }
  static std::string find(const std::string& q, Clearance clearance = Grade::kOpen) {
    std::string found = ids(search(*snapshot_, clearance, ask(q)));
    std::sort(found.begin(), found.end());
    return found;
  }
  static std::string literally(const std::string& q) {
    SearchQuery query = ask(q);
    query.literal = true;
    return ids(search(*snapshot_, Grade::kOpen, query));
  }
};

TEST_F(QueryLanguage, Alternatives) {
  EXPECT_EQ(find("rừng OR đảo"), "abc");
  EXPECT_EQ(find("đầu nguồn HOẶC đảo"), "ab");
  EXPECT_EQ(find("giữ (rừng OR đảo)"), "ab");
  EXPECT_EQ(find("giữ -(rừng OR đảo)"), "de");
  EXPECT_EQ(find("giữ -(rừng nguồn)"), "bde");
  EXPECT_EQ(find("\"giữ rừng\" OR 30/2020/NĐ-CP"), "ac");
  EXPECT_EQ(find("(rừng OR biển) (văn thư OR đảo)"), "bc");
  EXPECT_EQ(find("giữ ((rừng -nguồn) OR đảo)"), "b");
  EXPECT_EQ(find("(rừng OR -giữ) văn"), "c");
  EXPECT_EQ(find("zzz OR đảo"), "b");
}

TEST_F(QueryLanguage, WhatIsWantedAndExcludedIsNowhere) {
  EXPECT_EQ(find("\"giữ rừng\""), "a");
  EXPECT_EQ(find("\"giữ rừng\" nguồn -\"giữ rừng\""), "");
  EXPECT_EQ(find("\"rừng\" -rừng"), "");
}

TEST_F(QueryLanguage, AlternativesOfWordsAloneAreRelaxed) {
  EXPECT_EQ(find("đầu nguồn zzz OR đảo kkk"), "ab");
  const auto told = search(*snapshot_, Grade::kOpen, ask("đầu nguồn zzz OR đảo kkk")).understood;
  const auto relaxed = std::find_if(told.begin(), told.end(), [](const Understanding& one) {
    return one.how == Understanding::How::kRelaxed;
  });
  ASSERT_NE(relaxed, told.end());
  EXPECT_EQ(relaxed->missing, (std::vector<std::string>{"zzz", "kkk"}));
  EXPECT_EQ(find("đầu nguồn zzz OR \"đảo kkk\""), "") << "a phrase holds, and so does what stands beside it";
  EXPECT_EQ(find("(đầu nguồn zzz OR đảo kkk) -biển"), "");
  SearchQuery all = ask("đầu nguồn zzz OR đảo kkk");
  all.all_words = true;
  EXPECT_EQ(ids(search(*snapshot_, Grade::kOpen, all)), "");
}

TEST_F(QueryLanguage, Fields) {
  EXPECT_EQ(find("loại:\"nghị quyết\""), "a");
  EXPECT_EQ(find("loai:nghi"), "ac") << "what begins so";
  EXPECT_EQ(find("loại:nghị quyết số:05"), "a") << "a type's name needs no quotes";
  EXPECT_EQ(find("loai: nghi quyet"), "a");
  EXPECT_EQ(find("LOẠI:Nghị Định, rừng"), "c");
  EXPECT_EQ(find("giữ -loai:chi thi"), "ade");
  EXPECT_EQ(find("loại:nghị giữ"), "a") << "two words that are no type are not one value";
  EXPECT_EQ(find("loại:CT"), "b") << "as symbols spell it";
  EXPECT_EQ(find("số:05-NQ/TU"), "a");
  EXPECT_EQ(find("so:5-nq/tu"), "a");
  EXPECT_EQ(find("số:05"), "ab");
  EXPECT_EQ(find("số:30/NĐ-CP"), "c") << "without its year";
  EXPECT_EQ(find("coquan:\"dong giang\""), "a");
  EXPECT_EQ(find("cơ quan:\"ban bí thư\""), "b");
  EXPECT_EQ(find("năm:2022"), "a");
  EXPECT_EQ(find("NĂM:2020-2022"), "acf");
  EXPECT_EQ(find("từ:6/2022 đến:2023"), "ab");
  EXPECT_EQ(find("từ:01/6/2022 đến:01/6/2022"), "a");
  EXPECT_EQ(find("khóa:XIII"), "b");
  EXPECT_EQ(find("khoa:13"), "b");
  EXPECT_EQ(find("khóa:2020-2025"), "a");
  EXPECT_EQ(find("ký:\"Lê Thị Sen\""), "a");
  EXPECT_EQ(find("người ký:sen"), "a");
  EXPECT_EQ(find("nguoiky:sen"), "a");
  EXPECT_EQ(find("tiêuđề:rừng"), "a");
  EXPECT_EQ(find("tiêu đề:\"van thu\""), "c");
  EXPECT_EQ(find("lĩnhvực:\"kinh tế\""), "ab");
  EXPECT_EQ(find("mức:mật", Grade::kMat), "s");
  EXPECT_EQ(find("độ mật:mật"), "");
  EXPECT_EQ(find("giữ -loại:nghị -năm:2024"), "b");
  EXPECT_EQ(find("giữ -05-NQ/TU"), find("giữ -số:05-NQ/TU"));
  EXPECT_EQ(find("giữ -05-NQ/TU"), "bde");
  EXPECT_EQ(find("giữ (rừng -05-NQ/TU OR đảo)"), "b");
  EXPECT_EQ(find("rừng -30/NĐ-CP"), "a") << "without its year";
  EXPECT_EQ(find("giữ (năm:2022 OR năm:2023)"), "ab");
  EXPECT_EQ(find("giữ -(năm:2022 OR năm:2023)"), "de");
  EXPECT_EQ(ranked("từ:2022"), "edba") << "fields alone: the newest first";
}

TEST_F(QueryLanguage, TellsOfFields) {
  const auto known = search(*snapshot_, Grade::kOpen, ask("loai:nghi giữ")).understood;
  ASSERT_GE(known.size(), 1u);
  const auto field = std::find_if(known.begin(), known.end(), [](const Understanding& one) {
    return one.how == Understanding::How::kField;
  });
  ASSERT_NE(field, known.end());
  EXPECT_EQ(field->typed, "loai:nghi");
  EXPECT_EQ(field->as, (std::vector<std::string>{"Nghị quyết", "Nghị quyết liên tịch", "Nghị định"}));
  const auto unknown = search(*snapshot_, Grade::kOpen, ask("năm:abc")).understood;
  EXPECT_TRUE(std::any_of(unknown.begin(), unknown.end(), [](const Understanding& one) {
    return one.how == Understanding::How::kFieldUnknown && one.typed == "năm:abc";
  }));
}

TEST_F(QueryLanguage, NamesATypeOnce) {
  const test::TemporaryFolder home;
  test::publish(home.path(),
                {paper(make_record("x", "", "Về đê", "Đê.", "2022-06-01"), "Nghị  quyết", "", "", ""),
                 paper(make_record("y", "", "Về đập", "Đập.", "2022-06-02"), "NGHỊ QUYẾT", "", "", "")});
  const Snapshot snapshot(test::current_generation(home.path()));
  const auto result = search(snapshot, Grade::kOpen, ask("loai:nghi quyet"));
  EXPECT_EQ(result.total, 2u);
  ASSERT_EQ(result.understood.size(), 1u);
  EXPECT_EQ(result.understood[0].as, std::vector<std::string>{"Nghị quyết"});
}

TEST_F(QueryLanguage, KnowsNothingAboveTheClearance) {
  for (const char* q :
       {"coquan:saobac", "ký:\"Sao Bắc\"", "loai:phuong", "khóa:XIV", "số:07", "số:07-PA/TU", "tiêuđề:rừng",
        "saobac OR rừng", "mức:mật", "giữ -(saobac)", "năm:2025 OR năm:2022"}) {
    SearchQuery query = ask(q);
    query.details = true;
    const auto with = search(*snapshot_, Grade::kOpen, query);
    const auto without = search(*plain_, Grade::kOpen, query);
    EXPECT_EQ(ids(with), ids(without)) << q;
    EXPECT_EQ(with.understood, without.understood) << q;
    ASSERT_EQ(with.hits.size(), without.hits.size());
    for (std::size_t i = 0; i < with.hits.size(); ++i) {
      ASSERT_EQ(with.hits[i].details.has_value(), without.hits[i].details.has_value()) << q;
      if (!with.hits[i].details) continue;
      EXPECT_EQ(with.hits[i].details->weight, without.hits[i].details->weight) << q;
    }
  }
  EXPECT_EQ(find("coquan:saobac", Grade::kMat), "s");
}

TEST_F(QueryLanguage, Literal) {
  EXPECT_EQ(find("rung"), "ac");
  EXPECT_EQ(literally("rung"), "") << "without marks, so only words without marks";
  EXPECT_EQ(find("ruwngf"), "ac");
  EXPECT_EQ(literally("ruwngf"), "");
  EXPECT_EQ(literally("rừng sâu"), "") << "not relaxed";
  EXPECT_EQ(literally("rừng biển"), "c");
  EXPECT_EQ(literally("năm:2022"), "");
  EXPECT_EQ(literally("đảo OR \"đầu nguồn\"").size(), 2u);
  EXPECT_EQ(literally("RỪNG ĐẦU"), "a") << "case is no reading";
  SearchQuery query = ask("nq 05 tu");
  query.literal = true;
  EXPECT_TRUE(search(*snapshot_, Grade::kOpen, query).understood.empty());
}

TEST_F(QueryLanguage, TellsWhyAHitIsWhereItIs) {
  for (const char* q : {"giữ rừng đầu nguồn", "05-NQ/TU", "nghị quyết 05 tỉnh ủy", "05-NQ/TU OR biển đảo",
                        "rung năm:2022", "nghị quyết năm 2022 về biển đông bắc"}) {
    SearchQuery query = ask(q);
    query.details = true;
    const auto result = search(*snapshot_, Grade::kMat, query);
    ASSERT_FALSE(result.hits.empty()) << q;
    double last = 1e9;
    for (const Hit& hit : result.hits) {
      ASSERT_TRUE(hit.details.has_value()) << q;
      double sum = 0;
      for (const auto& part : hit.details->parts) {
        if (!part) continue;
        EXPECT_GE(part->weight, 0) << q;
        EXPECT_GE(part->score, 0) << q;
        EXPECT_LE(part->score, 1) << q;
        sum += part->weight;
      }
      EXPECT_NEAR(sum, hit.details->weight, 1e-6) << q;
      EXPECT_LE(hit.details->weight, last) << q;
      last = hit.details->weight;
    }
  }
  SearchQuery query = ask("giữ rừng đảo");
  query.details = true;
  const auto result = search(*snapshot_, Grade::kOpen, query);
  ASSERT_FALSE(result.hits.empty());
  EXPECT_EQ(result.hits[0].details->words, 3u);
  EXPECT_EQ(result.hits[0].details->words_held, 2u) << "no document has all";
  query.q = "05-NQ/TU";
  const auto symbol = search(*snapshot_, Grade::kOpen, query).hits.at(0).details;
  EXPECT_GT(symbol->parts[static_cast<std::size_t>(RankingPart::kSymbol)]->weight, 900);
}

TEST_F(QueryLanguage, PutsTheNewestFirstWhereTheRestIsEqual) { EXPECT_EQ(ranked("bản làng"), "ed"); }

TEST_F(QueryLanguage, SaysWhatWasGivenUp) {
  const auto result = search(*snapshot_, Grade::kOpen, ask("giữ rừng xanhlam \"đầu nguồn\""));
  EXPECT_EQ(ids(result), "a") << "the phrase holds";
  const auto relaxed = std::find_if(result.understood.begin(), result.understood.end(),
                                    [](const auto& one) { return one.how == Understanding::How::kRelaxed; });
  ASSERT_NE(relaxed, result.understood.end());
  EXPECT_EQ(relaxed->as, (std::vector<std::string>{"giữ", "rừng"}));
  EXPECT_EQ(relaxed->missing, std::vector<std::string>{"xanhlam"});
  EXPECT_EQ(find("giữ rừng xanhlam năm:2023"), "b") << "the field holds";
}

TEST_F(QueryLanguage, FindsPhrasesOverThePageBreak) {
  EXPECT_EQ(find("\"chỉ định một nhà thầu\""), "f");
  EXPECT_EQ(find("\"xem trang trước\""), "f");
  EXPECT_EQ(find("\"khoản 2\""), "f");
  EXPECT_EQ(find("\"chỉ định 2\""), "");
  EXPECT_EQ(find("3 trang hợp đồng"), "f") << "the number is still a word";
  const auto result = search(*snapshot_, Grade::kOpen, ask("\"chỉ định một nhà thầu\""));
  const std::string body(split_record(result.hits.at(0).stored).body);
  std::string marked;
  for (const Span& span : find_matches(body, result.terms))
    marked += body.substr(span.begin, span.end - span.begin) + " ";
  EXPECT_EQ(marked, "chỉ định một nhà thầu ");
}

TEST_F(QueryLanguage, FindsAPastedText) {
  EXPECT_EQ(
      ranked("Giữ rừng đầu nguồn, nghị quyết của tỉnh. Giữ rừng đầu nguồn (nghị quyết); rừng và biển.")[0],
      'a');
}

}  // namespace
}  // namespace vankien
