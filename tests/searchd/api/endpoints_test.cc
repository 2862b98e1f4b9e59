// 1. Each endpoint answers in the shape of the dialect, paged either way.
// 2. A search of several queries takes one snapshot, and reads all queries before it searches the first.
// 3. The caller's clearance, and nothing in the request, decides what is searched.
// 4. An unknown document and one above the clearance get the same answer, byte for byte.
// 5. A document's view has its pages with their matches; its original file comes whole or in parts.
// 6. Every code has its status and type, and API.md says so.

#include "searchd/api/endpoints.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
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

TEST(Endpoints, Citations) {
  const ToyService toy;
  toy.index->documents["a"] = {Grade::kMat, stored("a")};
  toy.index->citations = {
      {"a", "07-NQ/TU", "", "Mới", ""},
      {Status::kReplaced, DocumentName{"d", "", "", "", ""}, DocumentName{"e", "", "", "", ""}},
      "Thay thế.",
      {{"replaces",
        7,
        {{"thay thế",
          "05-NQ/TU",
          "Nghị quyết",
          "2016-03-01",
          "NQ 05",
          DocumentName{"b", "05-NQ/TU", "", "Cũ", "", "Tỉnh ủy"},
          {}}}},
       {"cites", 1, {{"căn cứ", "06-NQ/TU", "", "", "", {}, {{"c", "", "", "", "2018"}}}}}},
      false};
  Request request =
      get({"api", "documents", "a", "citations"}, {{"offset", "2"}, {"limit", "1"}, {"group", "citedBy"}});
  request.caller.clearance = Grade::kMat;
  EXPECT_EQ(Json::parse(citations(request, toy.service).body),
            Json::parse(R"({"document": {"id": "a", "symbol": "07-NQ/TU", "title": "Mới"},
    "status": {"value": "replaced", "by": {"id": "d"}, "newest": {"id": "e"}, "text": "Thay thế."},
    "groups": {"replaces": {"total": 7, "items": [{"kind": "thay thế", "symbol": "05-NQ/TU", "type": "Nghị quyết",
        "date": "2016-03-01", "text": "NQ 05",
        "resolved": {"id": "b", "symbol": "05-NQ/TU", "title": "Cũ", "issuer": "Tỉnh ủy"}}]},
      "cites": {"total": 1, "items": [{"kind": "căn cứ", "symbol": "06-NQ/TU", "resolved": null,
        "candidates": [{"id": "c", "date": "2018"}]}]}},
    "offset": 2, "limit": 1, "readAtMost": 1000})"));
  EXPECT_EQ(toy.index->asked_window.group, "citedBy");
  EXPECT_EQ(toy.index->asked_window.offset, 2u);
  // Above the clearance as unknown: the document's own answer.
  request.caller.clearance = Grade::kInternal;
  EXPECT_THROW(citations(request, toy.service), ApiError);
  for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
           {"limit", "101"}, {"limit", "-1"}, {"offset", "x"}, {"group", "friends"}, {"sort", "date"}})
    EXPECT_THROW(citations(get({"api", "documents", "a", "citations"}, {{name, value}}), toy.service),
                 ApiError)
        << name << "=" << value;
}

TEST(Endpoints, CitationGraphAndSymbol) {
  const ToyService toy;
  toy.index->documents["a"] = {Grade::kOpen, stored("a")};
  toy.index->graph = {
      {{{"a", "", "", "", ""}, Status::kInForce, 0}, {{"b", "", "", "", ""}, Status::kReplaced, 1}},
      {{0, 1, "thay thế"}},
      3};
  EXPECT_EQ(
      Json::parse(citation_graph(get({"api", "documents", "a", "citations", "graph"}), toy.service).body),
      Json::parse(R"({"nodes": [{"id": "a", "status": "in_force", "step": 0},
    {"id": "b", "status": "replaced", "step": 1}], "edges": [{"from": 0, "to": 1, "kind": "thay thế"}], "leftOut": 3,
    "total": 2})"));
  EXPECT_THROW(citation_graph(get({"api", "documents", "x", "citations", "graph"}), toy.service), ApiError);
  toy.index->bearers = {"05-NQ/TU", 2, {{"a", "05-NQ/TU", "", "", ""}}, {Status::kAmended}};
  EXPECT_EQ(Json::parse(symbol(get({"api", "symbols", "5 nq/tu"}), toy.service).body),
            Json::parse(R"({"symbol": "05-NQ/TU", "total": 2, "offset": 0, "limit": 50,
    "documents": [{"id": "a", "symbol": "05-NQ/TU", "status": "amended"}]})"));
  symbol(get({"api", "symbols", "5 nq/tu"}, {{"offset", "50"}, {"limit", "1000"}}), toy.service);
  EXPECT_EQ(toy.index->asked_bearers, std::pair(std::size_t{50}, std::size_t{1000}));
  for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
           {"limit", "1001"}, {"limit", "ten"}, {"offset", "-1"}, {"offset", ""}, {"page", "2"}})
    EXPECT_THROW(symbol(get({"api", "symbols", "5 nq/tu"}, {{name, value}}), toy.service), ApiError)
        << name << "=" << value;
}

TEST(Endpoints, DocumentView) {
  const ToyService toy;
  Record record;
  record.id = "a";
  record.title = "Rừng";
  record.grade = Grade::kMat;
  record.format = "pdf";
  record.path = "kho/a.pdf";
  record.pages = {"Rừng xanh.", "", "Trong ru\u031b\u0300ng"};
  toy.index->documents["a"] = {Grade::kMat, encode_record(record)};
  toy.index->result.terms.words = {"rừng"};
  Request request = get({"api", "documents", "a"}, {{"q", "rung"}});
  request.caller.clearance = Grade::kMat;
  const Json answer = Json::parse(document_view(request, toy.service).body);
  EXPECT_EQ(answer["document"]["id"], "a");
  EXPECT_EQ(answer["matches"], Json::parse(R"({"title": [{"start": 0, "length": 6}]})"));
  EXPECT_EQ(answer["pages"], Json::parse(R"([
    {"number": 1, "text": "Rừng xanh.", "matches": [{"start": 0, "length": 6}]},
    {"number": 2, "text": "", "matches": []},
    {"number": 3, "text": "Trong ru\u031b\u0300ng", "matches": [{"start": 6, "length": 8}]}])"));
  EXPECT_EQ(answer["totalMatches"], 2);
  EXPECT_EQ(answer["original"], "none");
  request.query.clear();
  EXPECT_EQ(Json::parse(document_view(request, toy.service).body)["totalMatches"], 0);
  request.query = {{"p", "rung"}};
  EXPECT_THROW(document_view(request, toy.service), ApiError);
  request.query = {{"q", std::string(10'001, 'a')}};
  EXPECT_THROW(document_view(request, toy.service), ApiError);
}

std::string refusal_of(Reply (*endpoint)(const Request&, const Service&), const Request& request,
                       const ToyService& toy) {
  try {
    return endpoint(request, toy.service).body;
  } catch (const ApiError& error) {
    return std::string(info(error.code()).name) + ": " + error.what();
  }
}

TEST(Endpoints, UnknownAndForbiddenOriginalsAreOneAnswer) {
  const ToyService toy;
  toy.index->documents["a"] = {Grade::kMat, stored("a")};
  for (const auto original : {NoOriginal::kNone, NoOriginal::kChanged}) {
    toy.index->original = original;
    EXPECT_EQ(refusal_of(original_file, get({"api", "documents", "a", "file"}), toy),
              "document_not_found: Document `a` not found.");
    EXPECT_EQ(refusal_of(document_view, get({"api", "documents", "a"}), toy),
              "document_not_found: Document `a` not found.");
  }
  EXPECT_EQ(refusal_of(original_file, get({"api", "documents", "x", "file"}), toy),
            "document_not_found: Document `x` not found.");
  EXPECT_EQ(refusal_of(original_file, get({"api", "documents", "a", "file"}, {{"download", "yes"}}), toy),
            "bad_request: Unknown parameter `download=yes`: expected `download=true`");
  Request request = get({"api", "documents", "a", "file"});
  request.caller.clearance = Grade::kMat;
  EXPECT_TRUE(refusal_of(original_file, request, toy).starts_with("original_changed: "));
  toy.index->original = NoOriginal::kNone;
  EXPECT_TRUE(refusal_of(original_file, request, toy).starts_with("original_not_available: "));
}

TEST(Endpoints, OriginalInParts) {
  const ToyService toy;
  Record record;
  record.id = "a";
  record.format = "pdf";
  record.path = "kho/tỉnh/Số 5.pdf";
  toy.index->documents["a"] = {Grade::kOpen, encode_record(record)};
  std::FILE* file = std::tmpfile();
  std::fputs("0123456789", file);
  std::fflush(file);
  toy.index->original = std::make_shared<const OriginalFile>(::dup(::fileno(file)));
  std::fclose(file);
  const auto header = [](const Reply& reply, std::string_view name) {
    for (const auto& [key, value] : reply.headers)
      if (key == name) return value;
    return std::string("-");
  };
  Request request = get({"api", "documents", "a", "file"});
  const Reply whole = original_file(request, toy.service);
  EXPECT_EQ(whole.status, 200);
  EXPECT_EQ(whole.content_type, "application/pdf");
  EXPECT_EQ(header(whole, "Content-Disposition"),
            "inline; filename=\"S_ 5.pdf\"; filename*=UTF-8''S%E1%BB%91%205.pdf");
  ASSERT_TRUE(whole.stream);
  EXPECT_EQ(whole.stream_bytes, 10u);
  EXPECT_EQ(whole.stream(), "0123456789");
  EXPECT_EQ(toy.index->asked_original.path, record.path);

  request.range = "bytes=2-4";
  const Reply part = original_file(request, toy.service);
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(header(part, "Content-Range"), "bytes 2-4/10");
  EXPECT_EQ(part.stream_bytes, 3u);
  EXPECT_EQ(part.stream(), "234");
  EXPECT_EQ(part.stream(), std::nullopt);

  request.if_range = header(whole, "ETag");
  EXPECT_EQ(original_file(request, toy.service).status, 206);
  request.if_range = "\"another\"";
  EXPECT_EQ(original_file(request, toy.service).status, 200) << "a part of another file is of no use";
  request.if_range.clear();

  request.range = "bytes=10-";
  const Reply impossible = original_file(request, toy.service);
  EXPECT_EQ(impossible.status, 416);
  EXPECT_EQ(header(impossible, "Content-Range"), "bytes */10");

  request.range.clear();
  request.query = {{"download", "true"}};
  EXPECT_TRUE(header(original_file(request, toy.service), "Content-Disposition").starts_with("attachment; "));
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
  nlohmann::json many;
  for (int i = 0; i < 7; ++i)
    many["queries"].push_back({{"indexUid", "vanban"}, {"q", std::string(9'000, 'a')}});
  try {
    multi_search(post({"multi-search"}, many.dump()), toy.service);
    ADD_FAILURE() << "was answered";
  } catch (const ApiError& error) {
    EXPECT_STREQ(error.what(), "The `q` of all queries have 63000 bytes, at most 60000 are allowed.");
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
