// 1. A draft comes as JSON or as plain text; anything else is refused with its code.
// 2. Each citation is answered with its places, documents, problems and counts, of the caller's clearance.
// 3. A list is answered row by row, as JSON in pieces, or as csv or xlsx whose cells compute nothing.
// 4. Where no program reads files they are refused, and the refusal tells what is taken.

#include <gtest/gtest.h>

#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "tests/support/toy_index.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;
using test::ToyService;

Request post(std::string body, std::string content_type = "application/json",
             std::vector<Parameter> query = {}) {
  return {"POST", {"api", "draft-check"}, std::move(query), std::move(content_type), std::move(body), {}};
}

DocumentName named(const char* id, const char* symbol) {
  DocumentName name;
  name.id = id;
  name.symbol = symbol;
  name.date = "2022-06-01";
  return name;
}

CheckedCitation replaced() {
  CheckedCitation checked;
  checked.papers = {
      {named("a", "05-NQ/TU"), {Status::kReplaced, named("b", "03-NQ/TU"), named("b", "03-NQ/TU")}}};
  checked.total = 1;
  checked.found = true;
  checked.problems = {{Problem::kReplaced, "", "số 03-NQ/TU"}, {Problem::kWrongDate, "2022", "2022-06-01"}};
  return checked;
}

TEST(DraftCheck, Answers) {
  const ToyService toy;
  DraftFinding finding;
  finding.citation.begin = 5;
  finding.citation.end = 15;
  finding.citation.text = "05-NQ/TU";
  finding.citation.symbol = parse_symbol("05-NQ/TU");
  finding.utf16_begin = 4;
  finding.utf16_end = 12;
  finding.checked = replaced();
  toy.index->draft.findings = {finding};
  toy.index->draft.total = 1;
  Request request = post(R"({"text": "xin", "date": "01/6/2026"})");
  request.caller.clearance = Grade::kMat;
  const Json answer = Json::parse(draft_check(request, toy.service).body);
  EXPECT_EQ(toy.index->asked_draft, std::tuple(Grade::kMat, std::string("xin"), std::string("2026-06-01")));
  EXPECT_EQ(answer["total"], 1);
  EXPECT_EQ(answer["problems"], Json::parse(R"({"replaced": 1, "wrong_date": 1})"));
  const Json& one = answer["citations"][0];
  EXPECT_EQ(one["start"], 5);
  EXPECT_EQ(one["utf16End"], 12);
  EXPECT_EQ(one["symbol"], "05-NQ/TU");
  EXPECT_EQ(one["status"], "replaced");
  EXPECT_EQ(one["replacement"]["id"], "b");
  EXPECT_EQ(one["citation"], "số 05-NQ/TU, ngày 01/6/2022");
  EXPECT_EQ(one["problems"][1],
            Json::parse(R"({"code": "wrong_date", "message": "The document's date is 2022-06-01.",
    "said": "2022", "archive": "2022-06-01"})"));
  EXPECT_FALSE(answer.contains("text"));
}

TEST(DraftCheck, PlainText) {
  const ToyService toy;
  draft_check(post("Theo 05-NQ/TU", "text/plain; charset=utf-8", {{"date", "2026"}}), toy.service);
  EXPECT_EQ(toy.index->asked_draft,
            std::tuple(Grade::kOpen, std::string("Theo 05-NQ/TU"), std::string("2026")));
}

TEST(DraftCheck, Mistakes) {
  const ToyService toy;
  const std::pair<Request, const char*> cases[] = {
      {post("{}"), "bad_request"},
      {post(R"({"text": 1})"), "bad_request"},
      {post(R"({"text": "a", "date": "hôm qua"})"), "bad_request"},
      {post(R"({"text": "a", "other": 1})"), "bad_request"},
      {post(R"({"text": "a"})", "application/json", {{"date", "2026"}}), "bad_request"},
      {post("a", "text/plain", {{"other", "1"}}), "bad_request"},
      {post("\xFF", "text/plain"), "malformed_payload"},
      {post("%PDF", "application/pdf"), "invalid_content_type"},
      {post("a", ""), "missing_content_type"}};
  for (const auto& [request, code] : cases) {
    SCOPED_TRACE(request.body);
    try {
      draft_check(request, toy.service);
      ADD_FAILURE() << "was answered";
    } catch (const ApiError& error) {
      EXPECT_EQ(info(error.code()).name, code);
    }
  }
}

std::vector<std::string> pieces_of(const Reply& reply) {
  std::vector<std::string> pieces;
  while (auto piece = reply.stream()) pieces.push_back(std::move(*piece));
  return pieces;
}

TEST(Batch, RowsAndCsv) {
  const ToyService toy;
  toy.index->row.how = BatchRow::How::kSymbol;
  toy.index->row.understood = "05-NQ/TU";
  toy.index->row.result = replaced();
  const auto pieces = pieces_of(batch(post(R"({"queries": ["5 nq tu", "=1+1"]})"), toy.service));
  ASSERT_EQ(pieces.size(), 1u);
  const Json answer = Json::parse(pieces[0]);
  EXPECT_EQ(answer["total"], 2);
  EXPECT_EQ(answer["rows"][1]["query"], "=1+1");
  EXPECT_EQ(answer["rows"][0]["how"], "symbol");
  EXPECT_EQ(answer["rows"][0]["documents"][0]["id"], "a");
  const Reply csv = batch(
      post(R"({"queries": ["5 nq tu", "=1+1"]})", "application/json", {{"format", "csv"}}), toy.service);
  EXPECT_EQ(csv.content_type, "text/csv; charset=utf-8");
  EXPECT_TRUE(csv.body.starts_with("\xEF\xBB\xBFNội dung nhập,"));
  EXPECT_NE(csv.body.find("\r\n'=1+1,05-NQ/TU,Tìm thấy,1,"), std::string::npos) << csv.body;
}

TEST(Batch, ManyRowsComeInPieces) {
  const ToyService toy;
  toy.index->row.result = replaced();
  const Json many = {{"queries", std::vector<std::string>(5000, "05-NQ/TU")}};
  std::string all;
  for (const std::string& piece : pieces_of(batch(post(many.dump()), toy.service))) {
    EXPECT_LT(piece.size(), 80'000u);
    all += piece;
  }
  const Json answer = Json::parse(all);
  EXPECT_EQ(answer["rows"].size(), 5000u);
  EXPECT_EQ(answer["rows"][4999]["documents"][0]["id"], "a");
  EXPECT_EQ(answer["total"], 5000);
  const auto none = pieces_of(batch(post(R"({"queries": []})"), toy.service));
  ASSERT_EQ(none.size(), 1u);
  EXPECT_EQ(Json::parse(none[0]), Json::parse(R"({"rows": [], "total": 0})"));
}

TEST(Batch, Xlsx) {
  const ToyService toy;
  const Reply xlsx =
      batch(post(R"({"queries": ["a"]})", "application/json", {{"format", "xlsx"}}), toy.service);
  EXPECT_EQ(xlsx.content_type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  ASSERT_TRUE(xlsx.stream);
  EXPECT_TRUE(xlsx.stream()->starts_with("PK"));
}

TEST(Batch, FilesNeedAReader) {
  const ToyService toy;
  for (const auto endpoint : {draft_check, batch}) {
    try {
      endpoint(post("%PDF-1.4", "application/pdf"), toy.service);
      ADD_FAILURE();
    } catch (const ApiError& error) {
      EXPECT_EQ(info(error.code()).name, "invalid_content_type");
      EXPECT_EQ(std::string(error.what()).find("officedocument"), std::string::npos) << error.what();
    }
  }
}

TEST(Batch, Mistakes) {
  const ToyService toy;
  Json many = {{"queries", std::vector<std::string>(10'000, "a")}};
  const std::pair<Request, const char*> cases[] = {
      {post("{}"), "Missing field `queries`"},
      {post(R"({"queries": "a"})"),
       "Invalid value type at `.queries`: expected an array, but found a string: `\"a\"`"},
      {post(R"({"queries": [1]})"),
       "Invalid value type at `.queries[0]`: expected a string, but found a positive integer: `1`"},
      {post(Json{{"queries", {std::string(2001, 'a')}}}.dump()),
       "`.queries[0]` has 2001 bytes, at most 2000 are allowed."},
      {post(many.dump()), "too many"},
      {post(Json{{"queries", std::vector<std::string>(10'001, "a")}}.dump()),
       "`.queries` has 10001 queries, at most 10000 are allowed."},
      {post(R"({"queries": []})", "application/json", {{"format", "xls"}}),
       "Invalid value of `format`: `xls`: expected one of `csv`, `json`, `xlsx`"}};
  for (const auto& [request, message] : cases) {
    try {
      batch(request, toy.service);
      ADD_FAILURE() << "was answered: " << message;
    } catch (const ApiError& error) {
      EXPECT_EQ(info(error.code()).name, "bad_request");
      EXPECT_STREQ(error.what(), message);
    }
  }
}

}  // namespace
}  // namespace vankien::api
