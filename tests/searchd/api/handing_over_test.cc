// 1. Only a key that may write hands over, deletes, or sees tasks; the lack of a key and of the right differ.
// 2. What is accepted is in the spool as the indexer needs it, and the answer names its task.
// 3. A deletion by filter chooses what was handed over and nothing else, by id and grade.
// 4. Tasks come highest uid first, up to the clearance, in pages that join without loss.

#include <gtest/gtest.h>

#include <fstream>

#include "analyzers/schema/record.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "tests/support/test_archive.h"
#include "tests/support/toy_index.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

class HandingOver : public testing::Test {
 protected:
  HandingOver() { toy_.service.spool = std::make_shared<Spool>(home_.path()); }

  static Request request(std::vector<std::string> segments, std::string body = "",
                         Grade clearance = Grade::kMat) {
    return {"POST", std::move(segments), {}, "application/json", std::move(body), {"pen", clearance, true}};
  }
  static Request documents(std::string body, Grade clearance = Grade::kMat) {
    return request({"indexes", "vanban", "documents"}, std::move(body), clearance);
  }
  template <typename Ask>
  static std::string code_of(const Ask& ask) {
    try {
      ask();
      return "";
    } catch (const ApiError& error) {
      return std::string(info(error.code()).name);
    }
  }
  /// What a task brings, behind its first line.
  std::string lines(const Reply& reply) const {
    std::ifstream in(task_file(home_.path(), Json::parse(reply.body)["taskUid"].get<std::uint64_t>()));
    std::string first;
    std::getline(in, first);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  test::TemporaryFolder home_;
  test::ToyService toy_;
};

TEST_F(HandingOver, NeedsTheRight) {
  for (const auto endpoint : {replace_documents, merge_documents, delete_all_documents, delete_document,
                              delete_documents_by_id, delete_documents, tasks, task}) {
    Request asked = request({"indexes", "vanban", "documents", "0"}, "{}");
    asked.caller.may_write = false;
    EXPECT_EQ(code_of([&] { endpoint(asked, toy_.service); }), "invalid_api_key");
    asked.caller = {};
    EXPECT_EQ(code_of([&] { endpoint(asked, toy_.service); }), "missing_authorization_header");
  }
  EXPECT_FALSE(std::filesystem::exists(home_.path() / kSpoolFolder));
}

TEST_F(HandingOver, IsInTheSpool) {
  const Reply reply = merge_documents(documents(R"([{"id": 1}, {"id": "b"}])"), toy_.service);
  EXPECT_EQ(reply.status, 202);
  Json answer = Json::parse(reply.body);
  EXPECT_FALSE(answer["enqueuedAt"].get<std::string>().empty());
  answer.erase("enqueuedAt");
  EXPECT_EQ(answer.dump(),
            R"({"taskUid":2,"indexUid":"vanban","status":"enqueued","type":"documentAdditionOrUpdate"})");
  EXPECT_EQ(lines(reply), "{\"id\": 1}\n{\"id\": \"b\"}\n");
  EXPECT_EQ(lines(delete_document(request({"indexes", "vanban", "documents", "a/b"}), toy_.service)),
            "\"a/b\"\n");
  EXPECT_EQ(lines(delete_documents_by_id(documents(R"(["a", -7])"), toy_.service)), "\"a\"\n\"-7\"\n");
  EXPECT_EQ(lines(delete_documents(documents(R"({"ids": ["a"]})"), toy_.service)), "\"a\"\n");
  EXPECT_EQ(lines(delete_all_documents(documents(""), toy_.service)), "");
  Request other = documents(R"({"id": 1})");
  other.query = {{"primaryKey", "symbol"}};
  EXPECT_EQ(replace_documents(other, toy_.service).status, 202);  // the task's failure, not the request's
  other.query = {{"refresh", "true"}};
  EXPECT_EQ(code_of([&] { replace_documents(other, toy_.service); }), "bad_request");
  other = documents(R"({"filter": "year = 2020", "ids": ["a"]})");
  EXPECT_EQ(code_of([&] { delete_documents(other, toy_.service); }), "bad_request");
  other.segments[1] = "other";
  EXPECT_EQ(code_of([&] { replace_documents(other, toy_.service); }), "index_not_found");
}

TEST_F(HandingOver, ByFilter) {
  const auto hit = [](const std::string& id, Grade grade, const std::string& path) {
    Record record;
    record.id = id;
    record.grade = grade;
    record.path = path;
    return Hit{encode_record(record), 0};
  };
  toy_.index->result.hits = {hit("a", Grade::kMat, "api/mat/a"), hit("f", Grade::kOpen, "archive/f.txt"),
                             hit("b", Grade::kOpen, "api/open/b")};
  toy_.index->result.total = 3;
  const Reply reply = delete_documents(documents(R"({"filter": ["year = 2020"]})"), toy_.service);
  EXPECT_EQ(lines(reply), "[\"a\",\"mat\"]\n[\"b\",\"open\"]\n");
  EXPECT_EQ(toy_.index->asked.at(0).first, Grade::kMat);
  const Json shown = *toy_.service.spool->find(Json::parse(reply.body)["taskUid"].get<std::uint64_t>());
  EXPECT_EQ(shown["details"]["originalFilter"], R"(["year = 2020"])");
  for (const char* filter : {"[]", "\"\"", "\"author = 1\"", "5"})
    EXPECT_EQ(code_of([&] {
                delete_documents(documents("{\"filter\": " + std::string(filter) + "}"), toy_.service);
              }),
              "invalid_document_filter")
        << filter;
}

TEST_F(HandingOver, TasksInPages) {
  for (int i = 0; i < 3; ++i)
    for (const Grade clearance : {Grade::kOpen, Grade::kMat, Grade::kTuyetMat})
      replace_documents(documents("{}", clearance), toy_.service);
  const auto page = [&](std::vector<Parameter> query, Grade clearance = Grade::kMat) {
    Request asked = request({"tasks"}, "", clearance);
    asked.query = std::move(query);
    return Json::parse(tasks(asked, toy_.service).body);
  };
  const auto uids = [](const Json& answer) {
    std::vector<int> all;
    for (const auto& task : answer["results"]) all.push_back(task["uid"].get<int>());
    return all;
  };
  EXPECT_EQ(uids(page({})), (std::vector{12, 10, 7, 5, 2, 0}));
  EXPECT_EQ(uids(page({}, Grade::kOpen)), (std::vector{10, 5, 0}));
  const Json first = page({{"limit", "4"}});
  EXPECT_EQ(first["total"], 6);
  EXPECT_EQ(first["from"], 12);
  EXPECT_EQ(first["next"], 2);
  const Json second = page({{"limit", "4"}, {"from", "2"}});
  EXPECT_EQ(uids(second), (std::vector{2, 0}));
  EXPECT_TRUE(second["next"].is_null());
  EXPECT_EQ(uids(page({{"uids", "0,4,12"}})), (std::vector{12, 0}));  // 4 is above
  EXPECT_EQ(uids(page({{"statuses", "failed,succeeded"}})), std::vector<int>());
  EXPECT_EQ(uids(page({{"types", "*"}, {"limit", "0"}})), std::vector<int>());
  EXPECT_EQ(code_of([&] { task(request({"tasks", "4"}), toy_.service); }), "task_not_found");
  EXPECT_EQ(code_of([&] { task(request({"tasks", "99"}), toy_.service); }), "task_not_found");
  EXPECT_EQ(code_of([&] { task(request({"tasks", "x"}), toy_.service); }), "invalid_task_uids");
  EXPECT_EQ(Json::parse(task(request({"tasks", "7"}), toy_.service).body)["uid"], 7);
}

}  // namespace
}  // namespace vankien::api
