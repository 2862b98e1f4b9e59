// 1. Documents replace or are merged into what the key can see; an id twice in a task is one document.
// 2. The grade is the one given, else the one the text bears, else the one it had, else the key's clearance; above the
//    clearance nothing is taken, whichever of them says so.
// 3. A task with one bad document changes nothing and names each.
// 4. To a key a document above its clearance and none at all are the same, in the outcome and in what is left.
// 5. A task whose file the disk has damaged fails; those beside it do not.

#include "indexer/handover/take_in.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "tests/support/spool_writer.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

class TakingIn : public testing::Test {
 protected:
  /// Takes one task in; its outcome.
  ordered_json take(HandoverMethod method, Grade clearance, const std::vector<std::string>& lines) {
    const auto uid = writer_.write(method, clearance, lines);
    ordered_json outcome;
    for (const WaitingTask& waiting : inbox_.waiting())
      if (waiting.task.uid == uid) outcome = take_in(waiting, inbox_, documents_, index_, 2);
    inbox_.finish({{uid, outcome.dump()}});
    return outcome;
  }
  ordered_json replace(const std::vector<std::string>& lines, Grade clearance = Grade::kOpen) {
    return take(HandoverMethod::kReplace, clearance, lines);
  }
  ordered_json merge(const std::vector<std::string>& lines, Grade clearance = Grade::kOpen) {
    return take(HandoverMethod::kMerge, clearance, lines);
  }
  /// "open:{…} mat:{…}", of one id, the most secret first.
  std::string stored(const std::string& id) {
    std::string all;
    for (const auto& document : documents_.find(id, Grade::kTuyetMat))
      all += std::string(all.empty() ? "" : " ") + std::string(grade_name(document.grade)) + ":" +
             document.fields;
    return all;
  }
  static std::string stamped(const char* stamp, const char* grade = nullptr) {
    ordered_json document = {
        {"id", "s"}, {"body", std::string("TỈNH ỦY ĐÔNG GIANG\n") + stamp + "\nSố 5-TB/TU\n\nTHÔNG BÁO\n"}};
    if (grade != nullptr) document["grade"] = grade;
    return document.dump();
  }

  /// Notes what would be done to an index.
  struct Changes : IndexChanges {
    std::optional<std::string> find_other_source(const std::string& id, Grade) override {
      return id == "taken" ? std::optional<std::string>("archive/a.txt") : std::nullopt;
    }
    void put(const ReadDocument& read) override { done += "+" + read.record.path + " "; }
    void remove(const std::string& path) override { done += "-" + path + " "; }
    std::string done;
  };

  test::TemporaryFolder home_;
  test::SpoolWriter writer_{home_.path()};
  Inbox inbox_{home_.path()};
  HandedOverDocuments documents_{home_.path()};
  Changes index_;
};

TEST_F(TakingIn, ReplacesAndMerges) {
  EXPECT_EQ(replace({R"({"id":1,"title":"Một","n":1})", R"({"id":"2"})"})["details"].dump(),
            R"({"receivedDocuments":2,"indexedDocuments":2})");
  EXPECT_EQ(index_.done, "+api/open/1 +api/open/2 ");
  merge({R"({"id":"1","n":null,"m":[2]})"});
  EXPECT_EQ(stored("1"), R"(open:{"id":"1","title":"Một","n":null,"m":[2]})");
  replace({R"({"id":1,"title":"Hai"})"});
  EXPECT_EQ(stored("1"), R"(open:{"id":1,"title":"Hai"})");
  EXPECT_EQ(merge({R"({"id":"3","a":1})", R"({"id":"3","b":2})"})["details"]["indexedDocuments"], 2);
  EXPECT_EQ(stored("3"), R"(open:{"id":"3","a":1,"b":2})");
  replace({R"({"id":"3","a":1})", R"({"id":"3","b":2})"});
  EXPECT_EQ(stored("3"), R"(open:{"id":"3","b":2})");
}

TEST_F(TakingIn, DecidesTheGrade) {
  replace({R"({"id":"a"})", R"({"id":"b","grade":"internal"})", R"({"id":"c","grade":null})", stamped("MẬT")},
          Grade::kToiMat);
  EXPECT_TRUE(stored("a").starts_with("toi-mat:"));
  EXPECT_TRUE(stored("b").starts_with("internal:"));
  EXPECT_TRUE(stored("c").starts_with("toi-mat:"));
  EXPECT_TRUE(stored("s").starts_with("mat:"));
  merge({R"({"id":"b","title":"Mới"})", R"({"id":"s","title":"Mới"})"}, Grade::kTuyetMat);
  EXPECT_TRUE(stored("b").starts_with("internal:"));
  EXPECT_TRUE(stored("s").starts_with("mat:"));
  merge({R"({"id":"b","grade":"open"})"}, Grade::kTuyetMat);
  EXPECT_EQ(stored("b"), R"(open:{"id":"b","grade":"open","title":"Mới"})");
  EXPECT_NE(index_.done.find("-api/internal/b"), std::string::npos);
  for (const std::string& line :
       {std::string(R"({"id":"s","grade":"tuyet-mat"})"), stamped("TỐI MẬT"), stamped("TUYỆT MẬT", "open")}) {
    const auto outcome = replace({line}, Grade::kMat);
    EXPECT_EQ(outcome["error"]["code"], "document_grade_above_clearance") << line;
  }
}

TEST_F(TakingIn, AllOrNothing) {
  replace({R"({"id":"a","n":1})"});
  index_.done.clear();
  const auto outcome = replace({R"({"id":"a","n":2})", R"({"n":3})", R"({"id":"b","date":"x"})",
                                R"({"id":"taken"})", R"({"id":1.5})"});
  EXPECT_EQ(outcome["status"], "failed");
  EXPECT_EQ(outcome["details"]["indexedDocuments"], 0);
  std::string codes;
  for (const auto& error : outcome["details"]["errors"])
    codes += std::to_string(error["position"].get<int>()) + error["code"].get<std::string>() + " ";
  EXPECT_EQ(codes, "1missing_document_id 2invalid_document_field 3document_id_taken 4invalid_document_id ");
  EXPECT_EQ(outcome["error"]["code"], "missing_document_id");
  EXPECT_EQ(stored("a"), R"(open:{"id":"a","n":1})");
  EXPECT_EQ(index_.done, "");
}

TEST_F(TakingIn, AboveTheClearanceThereIsNothing) {
  replace({R"({"id":"x","n":"secret"})"}, Grade::kTuyetMat);
  const auto ask = [&](const std::string& id) {
    std::string outcomes;
    for (auto outcome : {merge({"{\"id\":\"" + id + "\"}"}), replace({"{\"id\":\"" + id + "\"}"}),
                         take(HandoverMethod::kRemove, Grade::kOpen, {"\"" + id + "\""}),
                         take(HandoverMethod::kRemove, Grade::kOpen, {"[\"" + id + "\",\"tuyet-mat\"]"}),
                         take(HandoverMethod::kRemoveAll, Grade::kOpen, {})}) {
      outcome.erase("uid");
      outcomes += outcome.dump() + "\n";
    }
    return outcomes;
  };
  EXPECT_EQ(ask("x"), ask("y"));
  EXPECT_EQ(stored("x"), R"(tuyet-mat:{"id":"x","n":"secret"})");
  // Beside it, and to those who see both it is one document.
  replace({R"({"id":"x","n":"open"})"});
  EXPECT_EQ(stored("x"), R"(tuyet-mat:{"id":"x","n":"secret"} open:{"id":"x","n":"open"})");
  merge({R"({"id":"x","m":1})"}, Grade::kTuyetMat);
  EXPECT_EQ(stored("x"), R"(tuyet-mat:{"id":"x","n":"secret","m":1})");
  EXPECT_EQ(take(HandoverMethod::kRemoveAll, Grade::kTuyetMat, {})["details"]["deletedDocuments"], 1);
}

TEST_F(TakingIn, DamageIsATasksOwn) {
  const auto whole = writer_.write(HandoverMethod::kReplace, Grade::kOpen, {R"({"id":"a"})"});
  const auto cut = writer_.write(HandoverMethod::kReplace, Grade::kOpen, {R"({"id":"b"})", R"({"id":"c"})"});
  const auto headless = writer_.write(HandoverMethod::kReplace, Grade::kOpen, {R"({"id":"d"})"});
  std::filesystem::resize_file(task_file(home_.path(), cut),
                               std::filesystem::file_size(task_file(home_.path(), cut)) - 11);
  std::ofstream(task_file(home_.path(), headless)) << "{";
  std::map<std::uint64_t, std::string> outcomes;
  for (const WaitingTask& waiting : inbox_.waiting()) {
    const auto outcome = take_in(waiting, inbox_, documents_, index_, 1);
    outcomes[waiting.task.uid] =
        outcome["status"].get<std::string>() +
        (outcome["error"].is_null() ? "" : " " + outcome["error"]["code"].get<std::string>());
  }
  EXPECT_EQ(outcomes, (std::map<std::uint64_t, std::string>{
                          {whole, "succeeded"}, {cut, "failed internal"}, {headless, "failed internal"}}));
  EXPECT_EQ(stored("b"), "");
}

}  // namespace
}  // namespace vankien
