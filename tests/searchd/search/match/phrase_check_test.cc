// 1. A phrase finds the documents that have its words in order with nothing between, commas and page breaks apart; never from
//    the title into the text.
// 2. So does an excluded one, one under OR, and one whose words have several forms, in several databases at once.
// 3. It finds what comparing the words of every document finds, at any number of documents.

#include "searchd/search/match/phrase_check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "analyzers/analyzer.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/searcher.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

std::vector<std::string> found_ids(const Snapshot& snapshot, const std::string& q, Clearance clearance) {
  SearchQuery query;
  query.q = q;
  query.literal = true;
  query.limit = 1000;
  std::vector<std::string> ids;
  for (const auto& hit : search(snapshot, clearance, query).hits)
    ids.push_back(nlohmann::json::parse(split_record(hit.stored).fields)["id"].get<std::string>());
  std::sort(ids.begin(), ids.end());
  return ids;
}

using Ids = std::vector<std::string>;

TEST(PhraseCheck, FindsWordsInOrder) {
  const test::TemporaryFolder home;
  test::publish(home.path(), {make_record("a", "", "Giữ rừng", "Nguồn nước, sạch và trong.", "2022-06-01"),
                              make_record("b", "", "Giữ biển", "Sạch nguồn nước.", "2022-06-01"),
                              make_record("c", "", "Giữ", "Rừng nguồn nước bẩn.", "2022-06-01"),
                              make_record("s", "", "Kín", "Nguồn nước sạch.", "2022-06-01", Grade::kMat)});
  const Snapshot snapshot(test::current_generation(home.path()));
  const auto find = [&](const std::string& q, Clearance clearance = Grade::kOpen) {
    return found_ids(snapshot, q, clearance);
  };
  EXPECT_EQ(find("\"nguồn nước sạch\""), Ids{"a"});
  EXPECT_EQ(find("\"nguồn nước sạch\"", Grade::kMat), (Ids{"a", "s"}));
  EXPECT_EQ(find("\"nước nguồn\""), Ids{});
  EXPECT_EQ(find("\"giữ rừng\""), Ids{"a"}) << "not from c's title into its text";
  EXPECT_EQ(find("nước -\"nguồn nước sạch\"", Grade::kMat), (Ids{"b", "c"}));
  EXPECT_EQ(find("\"nước bẩn\" OR \"sạch nguồn\""), (Ids{"b", "c"}));
  EXPECT_EQ(find("\"nước không\""), Ids{});
}

TEST(PhraseCheck, FindsWhatComparingFinds) {
  static const std::vector<std::string> kWords = {"rừng", "biển", "đảo", "plei", "ơn"};
  std::mt19937 random(7);
  std::vector<Record> records;
  std::vector<std::string> texts;
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (auto length = 1 + random() % 12; length > 0; --length)
      text += (text.empty() ? "" : " ") + kWords[random() % kWords.size()];
    texts.push_back(" " + text + " ");
    records.push_back(make_record(std::to_string(1000 + i), "", "", text, "2022-06-01",
                                  i % 3 == 0 ? Grade::kMat : Grade::kOpen));
  }
  const test::TemporaryFolder home;
  test::publish(home.path(), records);
  const Snapshot snapshot(test::current_generation(home.path()));
  for (const std::string phrase :
       {"rừng biển", "biển rừng đảo", "plei plei", "ơn biển plei", "đảo đảo đảo"}) {
    Ids expected;
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (texts[i].find(" " + phrase + " ") != std::string::npos)
        expected.push_back(std::to_string(1000 + i));
    EXPECT_EQ(found_ids(snapshot, "\"" + phrase + "\"", Grade::kMat), expected) << phrase;
    EXPECT_FALSE(expected.empty()) << phrase;
  }
}

}  // namespace
}  // namespace vankien
