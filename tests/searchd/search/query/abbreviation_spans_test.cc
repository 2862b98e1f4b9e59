// 1. An abbreviation finds what it stands for, and what it stands for finds the abbreviation, below the words as typed.
// 2. Documents may define their own; a definition above the clearance is not known.
// 3. What is quoted is meant as it stands.

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/searcher.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

class Abbreviations : public testing::Test {
 protected:
  Abbreviations() {
    test::publish(
        folder_.path(),
        {make_record("a", "12-BC/HU", "Về nêu gương", "Cán bộ, đảng viên (CBĐV) nêu gương; HĐND huyện họp.",
                     "2021-03-04"),
         make_record("b", "13-BC/HU", "Về đảng viên", "Cán bộ đảng viên của hội đồng nhân dân.",
                     "2021-03-05"),
         make_record("c", "14-BC/HU", "Về CBĐV", "Nhận xét CBĐV.", "2021-03-06"),
         make_record("d", "15-BC/HU", "Về rừng", "Bảo vệ rừng xanh.", "2021-03-07"),
         make_record("e", "16-BC/HU", "Về TTRX", "Tổ tuần rừng xanh (TTRX).", "2021-03-08", Grade::kMat),
         make_record("f", "17-BC/HU", "Về tổ", "Tổ tuần rừng xanh.", "2021-03-09"),
         make_record("g", "18-BC/HU", "Về xã hội", "Phát triển kinh tế - xã hội, vốn đầu tư.", "2021-03-10"),
         make_record("h", "19-BC/HU", "Về KTXH", "Phát triển KT-XH; BCH T.Ư.", "2021-03-11"),
         make_record("i", "20-BC/HU", "Về hội nghị", "Ban Chấp hành Trung ương và TW Đoàn.", "2021-03-12")});
    snapshot_ = std::make_unique<Snapshot>(test::current_generation(folder_.path()));
  }

  SearchResult ask(const std::string& q, Clearance clearance = Grade::kOpen) const {
    SearchQuery query;
    query.q = q;
    return search(*snapshot_, clearance, query);
  }
  std::string find(const std::string& q, Clearance clearance = Grade::kOpen) const {
    std::string out;
    for (const auto& hit : ask(q, clearance).hits)
      out += nlohmann::json::parse(split_record(hit.stored).fields)["id"].get<std::string>();
    return out;
  }
  static std::string sorted(std::string text) {
    std::sort(text.begin(), text.end());
    return text;
  }

 private:
  test::TemporaryFolder folder_;
  std::unique_ptr<Snapshot> snapshot_;
};

TEST_F(Abbreviations, WorkInBothDirectionsBelowTheWordsAsTyped) {
  EXPECT_EQ(find("HĐND"), "ab");
  EXPECT_EQ(find("hdnd"), "ab") << "without marks";
  EXPECT_EQ(find("hội đồng nhân dân"), "ba");
  EXPECT_EQ(find("\"HĐND\""), "a") << "what is quoted is meant as it stands";
}

TEST_F(Abbreviations, MeetExpansionsWithDashesAndCommas) {
  EXPECT_EQ(sorted(find("KTXH")), "gh");
  EXPECT_EQ(sorted(find("KT-XH")), "gh");
  EXPECT_NE(find("CBĐV").find('a'), std::string::npos) << "cán bộ, đảng viên";
}

TEST_F(Abbreviations, KnowTheCentreUnderAllItsNames) {
  for (const char* q : {"TW", "T.Ư"}) EXPECT_EQ(sorted(find(q)), "hi") << q;
  const std::string found = find("TƯ");
  EXPECT_NE(found.find('h'), std::string::npos);
  EXPECT_NE(found.find('i'), std::string::npos);
  EXPECT_EQ(find("TU").find('g'), std::string::npos) << "TU is no tư";
}

TEST_F(Abbreviations, AreKnownFromTheDocuments) {
  EXPECT_EQ(sorted(find("CBĐV")), "abc");
  EXPECT_EQ(find("CBĐV").substr(0, 1), "c");
  EXPECT_EQ(sorted(find("cán bộ đảng viên")), "abc");
  EXPECT_EQ(ask("CBĐV").understood,
            (std::vector<Understanding>{{Understanding::How::kAbbreviation, "CBĐV", {"cán bộ đảng viên"}}}));
}

TEST_F(Abbreviations, DefinedAboveTheClearanceAreUnknown) {
  EXPECT_EQ(find("TTRX"), "");
  EXPECT_EQ(sorted(find("TTRX", Grade::kMat)), "ef");
}

}  // namespace
}  // namespace vankien
