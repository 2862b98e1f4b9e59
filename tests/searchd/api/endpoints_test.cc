// 1. Each endpoint answers in the shape of the dialect, paged either way.
// 2. A search of several queries takes one snapshot, and reads all queries before it searches the first.
// 3. The caller's clearance, and nothing in the request, decides what is searched.
// 4. An unknown document and one above the clearance get the same answer, byte for byte.
// 5. Every code has its status and type, and API.md says so.

#include "searchd/api/endpoints.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "analyzers/schema/record.h"
#include "searchd/api/error.h"
#include "tests/support/toy_index.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;
using test::ToyService;

std::string stored(const std::string& id) {
  Record record;
  record.id = id;
  record.title = "Một văn bản";
  record.pages = {"Nội dung."};
  return encode_record(record);
}

Request post(std::vector<std::string> segments, std::string body) {
  return {"POST", std::move(segments), {}, "application/json", std::move(body), {}};
}
Request get(std::vector<std::string> segments, std::vector<Parameter> query = {}) {
  return {"GET", std::move(segments), std::move(query), "", "", {}};
}

ToyService with_hits() {
  ToyService toy;
  toy.index->result.hits = {{stored("a"), 0.9}, {stored("b"), 0.5}};
  toy.index->result.total = 41;
  toy.index->result.facets[Attribute::kYear] = {{{"2024", 30}, {"2022", 11}}, 2022, 2024};
  toy.index->result.facets[Attribute::kType] = {{{"Nghị quyết", 41}}, std::nullopt, std::nullopt};
  return toy;
}

TEST(Endpoints, SearchByOffset) {
  const ToyService toy = with_hits();
  Json answer = Json::parse(
      search(post({"indexes", "vanban", "search"}, R"({"q": "văn", "attributesToRetrieve": ["id"]})"),
             toy.service)
          .body);
  EXPECT_GE(answer["processingTimeMs"], 0);
  answer.erase("processingTimeMs");
  EXPECT_EQ(answer,
            Json::parse(R"({"hits": [{"id": "a"}, {"id": "b"}], "query": "văn", "limit": 20, "offset": 0,
    "estimatedTotalHits": 41})"));
  EXPECT_EQ(toy.index->asked.at(0).second.q, "văn");
}

TEST(Endpoints, Relations) {
  const ToyService toy;
  toy.index->documents["a"] = {Grade::kMat, stored("a")};
  toy.index->relations = {{{{RelationKind::kReplaces, "05-NQ/TU", "Nghị quyết", "2016-03-01", "NQ 05"},
                            {{"b", "05-NQ/TU", "", "Cũ", ""}}}},
                          {{RelationKind::kBasis, {"c", "", "", "Kế hoạch", "2018"}}},
                          7};
  Request request = get({"indexes", "vanban", "documents", "a", "relations"});
  request.caller.clearance = Grade::kMat;
  EXPECT_EQ(Json::parse(relations(request, toy.service).body),
            Json::parse(R"({"relations": [{"kind": "thay thế", "symbol": "05-NQ/TU", "type": "Nghị quyết",
    "date": "2016-03-01", "text": "NQ 05", "documents": [{"id": "b", "symbol": "05-NQ/TU", "title": "Cũ"}]}],
    "citedBy": [{"kind": "căn cứ", "id": "c", "title": "Kế hoạch", "date": "2018"}], "citedByTotal": 7})"));
  // Above the clearance as unknown: the document's own answer.
  request.caller.clearance = Grade::kInternal;
  EXPECT_THROW(relations(request, toy.service), ApiError);
  EXPECT_THROW(relations(get({"indexes", "vanban", "documents", "x", "relations"}), toy.service), ApiError);
  EXPECT_THROW(
      relations(get({"indexes", "vanban", "documents", "a", "relations"}, {{"limit", "1"}}), toy.service),
      ApiError);
}

TEST(Endpoints, Suggest) {
  const ToyService toy;
  toy.index->suggestions = {
      {.kind = Suggestion::Kind::kTitle, .text = "Về rừng", .marked = {{0, 4}}, .id = "a"},
      {.kind = Suggestion::Kind::kType, .text = "Chỉ thị", .count = 3}};
  Json answer =
      Json::parse(suggest(get({"api", "suggest"}, {{"q", "ve"}, {"limit", "5"}}), toy.service).body);
  EXPECT_GE(answer["processingTimeMs"], 0);
  answer.erase("processingTimeMs");
  EXPECT_EQ(answer, Json::parse(R"({"suggestions": [
    {"kind": "title", "text": "Về rừng", "marked": [{"start": 0, "length": 4}], "id": "a"},
    {"kind": "type", "text": "Chỉ thị", "marked": [], "count": 3}], "query": "ve", "limit": 5})"));
  EXPECT_EQ(toy.index->asked_suggestion, (std::pair<std::string, std::size_t>("ve", 5)));
  suggest(get({"api", "suggest"}), toy.service);
  EXPECT_EQ(toy.index->asked_suggestion, (std::pair<std::string, std::size_t>("", 8)));
  for (const char* limit : {"0", "51", "-1", "x", "", "5x", "99999999999999999999999"})
    EXPECT_THROW(suggest(get({"api", "suggest"}, {{"limit", limit}}), toy.service), ApiError) << limit;
  EXPECT_THROW(suggest(get({"api", "suggest"}, {{"q", std::string(501, 'a')}}), toy.service), ApiError);
  EXPECT_THROW(suggest(get({"api", "suggest"}, {{"other", "a"}}), toy.service), ApiError);
}

TEST(Endpoints, SimilarAndSeries) {
  const ToyService toy;
  toy.index->documents["a"] = {Grade::kMat, stored("a")};
  toy.index->similar = {{{"b", "05-NQ/TU", "", "Cũ", ""}, 0.618}};
  toy.index->series = {{{"c", "", "", "Tháng 5", "2023-05"}}, 7};
  Request request = get({"api", "documents", "a", "similar"});
  request.caller.clearance = Grade::kMat;
  EXPECT_EQ(Json::parse(similar(request, toy.service).body), Json::parse(R"({"documents": [{"id": "b",
    "symbol": "05-NQ/TU", "title": "Cũ", "score": 0.62}], "limit": 10})"));
  EXPECT_EQ(Json::parse(series(request, toy.service).body), Json::parse(R"({"documents": [{"id": "c",
    "title": "Tháng 5", "date": "2023-05"}], "total": 7, "limit": 10})"));
  request.caller.clearance = Grade::kInternal;
  EXPECT_THROW(similar(request, toy.service), ApiError);
  EXPECT_THROW(series(request, toy.service), ApiError);
  EXPECT_THROW(similar(get({"api", "documents", "a", "similar"}, {{"limit", "101"}}), toy.service), ApiError);
  EXPECT_THROW(series(get({"api", "documents", "a", "series"}, {{"offset", "1"}}), toy.service), ApiError);
}

TEST(Endpoints, SearchByPage) {
  const ToyService toy = with_hits();
  Json answer =
      Json::parse(search(get({"indexes", "vanban", "search"},
                             {{"hitsPerPage", "20"}, {"attributesToRetrieve", "id"}, {"facets", "*"}}),
                         toy.service)
                      .body);
  answer.erase("processingTimeMs");
  EXPECT_EQ(answer,
            Json::parse(R"({"hits": [{"id": "a"}, {"id": "b"}], "query": "", "hitsPerPage": 20, "page": 1,
    "totalPages": 3, "totalHits": 41, "facetDistribution": {"type": {"Nghị quyết": 41},
    "year": {"2024": 30, "2022": 11}}, "facetStats": {"year": {"min": 2022.0, "max": 2024.0}}})"));
}

TEST(Endpoints, ClearanceComesFromTheCaller) {
  const ToyService toy = with_hits();
  Request request = post({"indexes", "vanban", "search"}, R"({"q": "a"})");
  search(request, toy.service);
  request.caller = {"reader", Grade::kToiMat};
  search(request, toy.service);
  EXPECT_EQ(toy.index->asked.at(0).first, Grade::kOpen);
  EXPECT_EQ(toy.index->asked.at(1).first, Grade::kToiMat);
  request.body = R"({"clearance": "tuyet-mat"})";
  EXPECT_THROW(search(request, toy.service), ApiError);
}

TEST(Endpoints, MultiSearchTakesOneSnapshot) {
  const ToyService toy = with_hits();
  const Reply reply = multi_search(
      post({"multi-search"},
           R"({"queries": [{"indexUid": "vanban", "q": "a"}, {"indexUid": "vanban", "q": "b"}]})"),
      toy.service);
  const Json answer = Json::parse(reply.body);
  ASSERT_EQ(answer["results"].size(), 2u);
  EXPECT_EQ(answer["results"][1]["indexUid"], "vanban");
  EXPECT_EQ(answer["results"][1]["query"], "b");
  EXPECT_EQ(answer["results"][1]["estimatedTotalHits"], 41);
  EXPECT_EQ(*toy.opened, 1);
}

TEST(Endpoints, MultiSearchMistakes) {
  const struct {
    const char *body, *code, *message;
  } cases[] = {
      {R"({})", "bad_request", "Missing field `queries`"},
      {R"({"queries": 1})", "bad_request",
       "Invalid value type at `.queries`: expected an array, but found a positive integer: `1`"},
      {R"({"queries": [1]})", "bad_request",
       "Invalid value type at `.queries[0]`: expected an object, but found a positive integer: `1`"},
      {R"({"queries": [{"indexUid": "vanban"}, {"indexUid": "other"}]})", "index_not_found",
       "Inside `.queries[1]`: Index `other` not found."},
      {R"({"queries": [], "federation": {}})", "invalid_multi_search_federated",
       "`federation` is not supported by this server: there is one index, send one search for it."},
      {R"({"queries": [], "other": 1})", "bad_request",
       "Unknown field `other`: expected one of `federation`, `queries`"},
  };
  const ToyService toy = with_hits();
  for (const auto& mistake : cases) {
    SCOPED_TRACE(mistake.body);
    try {
      multi_search(post({"multi-search"}, mistake.body), toy.service);
      ADD_FAILURE() << "was answered";
    } catch (const ApiError& error) {
      EXPECT_EQ(info(error.code()).name, mistake.code);
      EXPECT_STREQ(error.what(), mistake.message);
    }
  }
  EXPECT_TRUE(toy.index->asked.empty());
}

TEST(Endpoints, FacetSearch) {
  const ToyService toy;
  toy.index->facet_values = {{"Tỉnh ủy Đông Giang", 7}, {"Tỉnh ủy Nam Lĩnh", 3}};
  Json answer = Json::parse(facet_search(post({"indexes", "vanban", "facet-search"},
                                              R"({"facetName": "issuer", "facetQuery": "tinh uy", "q": "rừng",
                                                 "limit": 20, "attributesToHighlight": ["*"]})"),
                                         toy.service)
                                .body);
  answer.erase("processingTimeMs");
  EXPECT_EQ(answer, Json::parse(R"({"facetHits": [{"value": "Tỉnh ủy Đông Giang", "count": 7},
    {"value": "Tỉnh ủy Nam Lĩnh", "count": 3}], "facetQuery": "tinh uy"})"));
  EXPECT_EQ(toy.index->asked_facet_query, "tinh uy");
  EXPECT_EQ(toy.index->asked.at(0).second.q, "rừng");
}

TEST(Endpoints, FacetSearchMistakes) {
  const struct {
    const char *body, *code;
  } cases[] = {
      {R"({})", "missing_facet_search_facet_name"},
      {R"({"facetName": "colour"})", "invalid_facet_search_facet_name"},
      {R"({"facetName": 1})", "invalid_facet_search_facet_name"},
      {R"({"facetName": "type", "facetQuery": 1})", "invalid_facet_search_facet_query"},
      {R"({"facetName": "type", "filter": "a"})", "invalid_search_filter"},
  };
  const ToyService toy;
  for (const auto& mistake : cases) {
    SCOPED_TRACE(mistake.body);
    try {
      facet_search(post({"indexes", "vanban", "facet-search"}, mistake.body), toy.service);
      ADD_FAILURE() << "was answered";
    } catch (const ApiError& error) {
      EXPECT_EQ(info(error.code()).name, mistake.code);
    }
  }
}

TEST(Endpoints, DocumentWithFields) {
  const ToyService toy;
  toy.index->documents["a/b"] = {Grade::kOpen, stored("a/b")};
  EXPECT_EQ(Json::parse(document(get({"indexes", "vanban", "documents", "a/b"}), toy.service).body)["body"],
            "Nội dung.");
  EXPECT_EQ(
      document(get({"indexes", "vanban", "documents", "a/b"}, {{"fields", "id,title"}}), toy.service).body,
      R"({"id":"a/b","title":"Một văn bản"})");
}

std::string refusal(const Request& request, const Service& service) {
  try {
    return document(request, service).body;
  } catch (const ApiError& error) {
    return error_reply(error.code(), error.what()).body;
  }
}

TEST(Endpoints, UnknownAndForbiddenAreOneAnswer) {
  const ToyService secret, empty;
  secret.index->documents["a"] = {Grade::kMat, stored("a")};
  const Request request = get({"indexes", "vanban", "documents", "a"});
  EXPECT_EQ(refusal(request, secret.service), refusal(request, empty.service));
  EXPECT_EQ(Json::parse(refusal(request, secret.service))["code"], "document_not_found");
  Request cleared = request;
  cleared.caller.clearance = Grade::kMat;
  EXPECT_EQ(Json::parse(refusal(cleared, secret.service))["id"], "a");
}

TEST(Endpoints, OtherIndexesAreNotFound) {
  const ToyService toy;
  try {
    search(post({"indexes", "other", "search"}, "{}"), toy.service);
    ADD_FAILURE() << "was answered";
  } catch (const ApiError& error) {
    EXPECT_EQ(error.code(), Code::kIndexNotFound);
    EXPECT_STREQ(error.what(), "Index `other` not found.");
  }
}

TEST(Endpoints, StatsVersionHealth) {
  const ToyService toy;
  toy.index->archive = {4, 1000, "2026-01-02T03:04:05Z", {{"title", 4}, {"date", 3}}};
  EXPECT_EQ(Json::parse(stats(get({"stats"}), toy.service).body), Json::parse(R"({"databaseSize": 1000,
    "usedDatabaseSize": 1000, "lastUpdate": "2026-01-02T03:04:05Z", "indexes": {"vanban": {"numberOfDocuments": 4,
    "rawDocumentDbSize": 1000, "avgDocumentSize": 250, "isIndexing": false, "numberOfEmbeddings": 0,
    "numberOfEmbeddedDocuments": 0, "fieldDistribution": {"date": 3, "title": 4}}}})"));
  toy.index->archive = {};
  EXPECT_TRUE(Json::parse(stats(get({"stats"}), toy.service).body)["lastUpdate"].is_null());
  EXPECT_EQ(version(get({"version"}), toy.service).body,
            R"({"commitSha":"abc","commitDate":"2026-01-02T03:04:05Z","pkgVersion":"1.2.3"})");
  EXPECT_EQ(health(get({"health"}), toy.service).body, R"({"status":"available"})");
}

TEST(Endpoints, ErrorBody) {
  const Reply reply = error_reply(Code::kInvalidApiKey, "The provided API key is invalid.");
  EXPECT_EQ(reply.status, 403);
  EXPECT_EQ(reply.body,
            R"({"message":"The provided API key is invalid.","code":"invalid_api_key","type":"auth",)"
            R"("link":"API.md#error-codes"})");
  EXPECT_EQ(error_reply(Code::kBadRequest, "\xff").status, 400);
}

TEST(Endpoints, ApiPageListsEveryCode) {
  std::ifstream file(std::string(VANKIEN_SOURCE_DIR) + "/searchd/API.md");
  const std::string page((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (const CodeInfo& row : codes()) {
    const std::string line = "\n| `" + std::string(row.name) + "` | " + std::to_string(row.status) + " | " +
                             std::string(row.type) + " | ";
    EXPECT_NE(page.find(line), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace vankien::api
