// 1. Every field of the dialect that has an effect here reaches the query, with the dialect's defaults.
// 2. POST and GET mean the same.
// 3. A value of the wrong type is refused with the field's own code, its place and what was found instead.
// 4. A field that is not known is refused with the list of those that are.
// 5. A field of an ability this server has not is refused under its code; asking for nothing with it is not.
// 6. Numbers are never cut silently: windows beyond the limit are refused, naming the limit.
// 7. Filters may be arrays: the outer is AND, the inner OR, deeper is an error.
// 8. What is counted besides (disjunctive facets, ranges, histogram) is read, and refused where it makes no sense.
// 9. Places as of today: in filter, facets and order alike.

#include "searchd/api/filter_json.h"
#include "searchd/api/search_params.h"

#include <gtest/gtest.h>

#include <string>

#include "searchd/api/error.h"

namespace vankien::api {
namespace {

using nlohmann::json;

SearchParams post(const std::string& body) { return read_search_params(json::parse(body)); }

std::string code_of(const std::function<void()>& call, std::string* message = nullptr) {
  try {
    call();
  } catch (const ApiError& error) {
    if (message != nullptr) *message = error.what();
    return std::string(info(error.code()).name);
  }
  return "none";
}

TEST(SearchParams, DefaultsOfTheDialect) {
  const SearchParams params = post("{}");
  EXPECT_EQ(params.query.q, "");
  EXPECT_EQ(params.query.offset, 0u);
  EXPECT_EQ(params.query.limit, 20u);
  EXPECT_FALSE(params.paging);
  EXPECT_EQ(params.retrieve, std::vector<std::string>{"*"});
  EXPECT_TRUE(params.highlight.empty());
  EXPECT_TRUE(params.crop.empty());
  EXPECT_EQ(params.pre_tag, "<em>");
  EXPECT_EQ(params.post_tag, "</em>");
  EXPECT_EQ(params.crop_marker, "…");
  EXPECT_FALSE(params.wants_facets);
  EXPECT_TRUE(params.query.fields.title && params.query.fields.symbol && params.query.fields.body);
}

void expect_full(const SearchParams& params) {
  EXPECT_EQ(params.query.q, "nguồn nhân lực");
  ASSERT_TRUE(params.paging);
  EXPECT_EQ(params.query.offset, 20u);
  EXPECT_EQ(params.query.limit, 10u);
  EXPECT_EQ(params.retrieve, (std::vector<std::string>{"id", "title"}));
  EXPECT_EQ(params.highlight, (std::vector<std::string>{"title"}));
  ASSERT_EQ(params.crop.size(), 2u);
  EXPECT_EQ(params.crop[0].name, "body");
  EXPECT_EQ(params.crop[0].words, 30u);
  EXPECT_EQ(params.crop[1].name, "title");
  EXPECT_EQ(params.crop[1].words, 7u);
  EXPECT_EQ(params.pre_tag, "[");
  EXPECT_EQ(params.post_tag, "]");
  EXPECT_EQ(params.crop_marker, "~");
  EXPECT_TRUE(params.show_matches_position);
  EXPECT_TRUE(params.show_ranking_score);
  EXPECT_TRUE(params.wants_facets);
  EXPECT_EQ(params.query.facets, (std::vector<Attribute>{Attribute::kType, Attribute::kYear}));
  ASSERT_EQ(params.query.sort.size(), 2u);
  EXPECT_EQ(params.query.sort[0].attribute, Attribute::kDate);
  EXPECT_TRUE(params.query.sort[0].descending);
  EXPECT_EQ(params.query.sort[1].attribute, Attribute::kSymbol);
  EXPECT_FALSE(params.query.sort[1].descending);
  EXPECT_TRUE(params.query.fields.title);
  EXPECT_FALSE(params.query.fields.body);
  EXPECT_EQ(params.query.filter.kind, Filter::Kind::kCondition);
}

TEST(SearchParams, EveryFieldByPost) {
  expect_full(
      post(R"({"q": "nguồn nhân lực", "page": 3, "hitsPerPage": 10, "attributesToRetrieve": ["id", "title"],
    "attributesToHighlight": ["title"], "attributesToCrop": ["body:30", "title"], "cropLength": 7, "highlightPreTag": "[",
    "highlightPostTag": "]", "cropMarker": "~", "showMatchesPosition": true, "showRankingScore": true,
    "facets": ["year", "type"], "sort": ["date:desc", "symbol:asc"], "attributesToSearchOn": ["title", "symbol"],
    "matchingStrategy": "all", "locales": ["vie"], "filter": "year >= 2020", "vector": null, "retrieveVectors": false})"));
}

TEST(SearchParams, EveryParameterByGet) {
  expect_full(read_search_params(std::vector<Parameter>{{"q", "nguồn nhân lực"},
                                                        {"page", "3"},
                                                        {"hitsPerPage", "10"},
                                                        {"attributesToRetrieve", "id, title"},
                                                        {"attributesToHighlight", "title"},
                                                        {"attributesToCrop", "body:30,title"},
                                                        {"cropLength", "7"},
                                                        {"highlightPreTag", "["},
                                                        {"highlightPostTag", "]"},
                                                        {"cropMarker", "~"},
                                                        {"showMatchesPosition", "true"},
                                                        {"showRankingScore", "true"},
                                                        {"facets", "year,type"},
                                                        {"sort", "date:desc,symbol:asc"},
                                                        {"attributesToSearchOn", "title,symbol"},
                                                        {"matchingStrategy", "all"},
                                                        {"locales", "vie"},
                                                        {"filter", "year >= 2020"},
                                                        {"retrieveVectors", "false"}}));
}

TEST(SearchParams, AllFacets) {
  EXPECT_EQ(post(R"({"facets": ["*"]})").query.facets.size(), kAttributeCount);
  EXPECT_TRUE(post(R"({"facets": []})").wants_facets);
}

struct Refused {
  const char* body;
  const char* code;
  const char* message;
};

TEST(SearchParams, WrongTypesInTheWordsOfTheDialect) {
  const Refused cases[] = {
      {R"({"q": ["a"]})", "invalid_search_q",
       R"(Invalid value type at `.q`: expected a string, but found an array: `["a"]`)"},
      {R"({"limit": "a"})", "invalid_search_limit",
       R"(Invalid value type at `.limit`: expected a positive integer, but found a string: `"a"`)"},
      {R"({"offset": -1})", "invalid_search_offset",
       "Invalid value type at `.offset`: expected a positive integer, but found a negative integer: `-1`"},
      {R"({"page": 1.5})", "invalid_search_page",
       "Invalid value type at `.page`: expected a positive integer, but found a number: `1.5`"},
      {R"({"hitsPerPage": true})", "invalid_search_hits_per_page",
       "Invalid value type at `.hitsPerPage`: expected a positive integer, but found a boolean: `true`"},
      {R"({"limit": 1e99})", "invalid_search_limit",
       "Invalid value type at `.limit`: expected a positive integer, but found a number: `1e+99`"},
      {R"({"filter": true})", "invalid_search_filter",
       "Invalid syntax for the filter parameter: `expected String, Array, found: true`."},
      {R"({"facets": "a"})", "invalid_search_facets",
       R"(Invalid value type at `.facets`: expected an array, but found a string: `"a"`)"},
      {R"({"sort": [1]})", "invalid_search_sort",
       "Invalid value type at `.sort[0]`: expected a string, but found a positive integer: `1`"},
      {R"({"attributesToHighlight": {}})", "invalid_search_attributes_to_highlight",
       "Invalid value type at `.attributesToHighlight`: expected an array, but found an object: `{}`"},
      {R"({"showRankingScore": "a"})", "invalid_search_show_ranking_score",
       R"(Invalid value type at `.showRankingScore`: expected a boolean, but found a string: `"a"`)"},
      {R"({"matchingStrategy": "a"})", "invalid_search_matching_strategy",
       "Unknown value `a` at `.matchingStrategy`: expected one of `last`, `all`, `frequency`"},
      {R"({"sort": ["date"]})", "invalid_search_sort",
       "Invalid syntax for the sort parameter: expected expression ending by `:asc` or `:desc`, found "
       "`date`."},
      {R"({"sort": ["a:asc"]})", "invalid_search_sort",
       "Attribute `a` is not sortable. Available sortable attributes are: `date, date.lvl0, date.lvl1, "
       "draft, fields, format, grade, issuer, issuer.lvl0, issuer.lvl1, level, month, pages, place, "
       "place.today, scan, signer, status, symbol, term, type, urgency, year`."},
      {R"({"facets": ["a"]})", "invalid_search_facets",
       "Invalid facet distribution: Pattern `a` is not filterable. Available filterable attributes patterns "
       "are: `date, date.lvl0, date.lvl1, draft, fields, format, grade, issuer, issuer.lvl0, issuer.lvl1, "
       "level, month, pages, place, place.today, scan, signer, status, symbol, term, type, urgency, year`."},
      {R"({"attributesToSearchOn": ["a"]})", "invalid_search_attributes_to_search_on",
       "Attribute `a` is not searchable. Available searchable attributes are: `body, symbol, title`."},
      {R"({"vector": [1]})", "invalid_search_vector", "`vector` is not supported by this server."},
      {R"({"hybrid": {}})", "invalid_search_hybrid_query", "`hybrid` is not supported by this server."},
      {R"({"distinct": "type"})", "invalid_search_distinct", "`distinct` is not supported by this server."},
      {R"({"media": {}})", "invalid_search_media", "`media` is not supported by this server."},
      {R"({"personalize": {}})", "invalid_search_personalize",
       "`personalize` is not supported by this server."},
      {R"({"retrieveVectors": true})", "invalid_search_retrieve_vectors",
       "`retrieveVectors` is not supported by this server."},
      {R"({"rankingScoreThreshold": 0.5})", "invalid_search_ranking_score_threshold",
       "`rankingScoreThreshold` is not supported by this server."},
      {R"({"showRankingScoreDetails": 1})", "invalid_search_show_ranking_score_details",
       "Invalid value type at `.showRankingScoreDetails`: expected a boolean, but found a positive integer: "
       "`1`"},
      {R"({"literal": "x"})", "invalid_search_literal",
       "Invalid value type at `.literal`: expected a boolean, but found a string: `\"x\"`"},
      {R"j({"q": "(((((((((((((((((a)))))))))))))))))"})j", "invalid_search_q",
       "Invalid value at `.q`: 17 levels of parentheses, 16 are allowed"},
      {R"({"limit": 10001})", "invalid_search_limit",
       "`limit` is 10001, one answer holds at most 10000 hits."},
      {R"({"offset": 999990, "limit": 11})", "invalid_search_offset",
       "`offset` + `limit` is 1000001, the last hit that can be reached is 1000000."},
      {R"({"page": 50001, "hitsPerPage": 20})", "invalid_search_page",
       "`page` × `hitsPerPage` is 1000020, the last hit that can be reached is 1000000."},
      {R"({"offset": 18446744073709551615})", "invalid_search_offset",
       "Invalid value at `.offset`: 18446744073709551615 is too large, the last hit that can be reached is "
       "1000000"},
  };
  for (const Refused& refused : cases) {
    SCOPED_TRACE(refused.body);
    std::string message;
    EXPECT_EQ(code_of([&] { post(refused.body); }, &message), refused.code);
    EXPECT_EQ(message, refused.message);
  }
}

TEST(SearchParams, UnknownFieldNamesTheKnownOnes) {
  std::string message;
  EXPECT_EQ(code_of([] { post(R"({"marin": 1})"); }, &message), "bad_request");
  EXPECT_TRUE(message.starts_with("Unknown field `marin`: expected one of `q`, `offset`, `limit`, `page`"))
      << message;
  EXPECT_EQ(code_of(
                [] {
                  read_search_params(std::vector<Parameter>{{"marin", "1"}});
                },
                &message),
            "bad_request");
  EXPECT_TRUE(message.starts_with("Unknown parameter `marin`: expected one of `q`, `offset`")) << message;
}

TEST(SearchParams, WrongValuesByGet) {
  const struct {
    const char *name, *value, *code, *message;
  } cases[] = {
      {"limit", "doggo", "invalid_search_limit",
       "Invalid value in parameter `limit`: could not parse `doggo` as a positive integer"},
      {"limit", "", "invalid_search_limit",
       "Invalid value in parameter `limit`: could not parse `` as a positive integer"},
      {"offset", "-1", "invalid_search_offset",
       "Invalid value in parameter `offset`: could not parse `-1` as a positive integer"},
      {"offset", "4294967296", "invalid_search_offset",
       "Invalid value at `.offset`: 4294967296 is too large, the last hit that can be reached is 1000000"},
      {"showRankingScore", "doggo", "invalid_search_show_ranking_score",
       "Invalid value in parameter `showRankingScore`: could not parse `doggo` as a boolean, expected either "
       "`true` or "
       "`false`"},
      {"hybridEmbedder", "a", "invalid_search_embedder", "`hybridEmbedder` is not supported by this server."},
  };
  for (const auto& refused : cases) {
    SCOPED_TRACE(std::string(refused.name) + "=" + refused.value);
    std::string message;
    EXPECT_EQ(code_of(
                  [&] {
                    read_search_params(std::vector<Parameter>{{refused.name, refused.value}});
                  },
                  &message),
              refused.code);
    EXPECT_EQ(message, refused.message);
  }
}

TEST(SearchParams, FilterArrays) {
  const Filter filter = read_filter(json::parse(R"([["type = a", "type = b"], "year = 1", []])"));
  ASSERT_EQ(filter.kind, Filter::Kind::kAll);
  ASSERT_EQ(filter.children.size(), 2u);
  EXPECT_EQ(filter.children[0].kind, Filter::Kind::kAny);
  EXPECT_EQ(filter.children[0].children.size(), 2u);
  EXPECT_EQ(filter.children[1].kind, Filter::Kind::kCondition);
  EXPECT_EQ(read_filter(json::parse("[]")).children.size(), 0u);
}

TEST(SearchParams, FilterMistakes) {
  const Refused cases[] = {
      {R"([[["type = a"]]])", "invalid_search_filter",
       R"(Invalid syntax for the filter parameter: `expected String, found: ["type = a"]`.)"},
      {R"([1])", "invalid_search_filter",
       "Invalid syntax for the filter parameter: `expected String, [String], found: 1`."},
      {R"({"a": 1})", "invalid_search_filter",
       R"(Invalid syntax for the filter parameter: `expected String, Array, found: {"a":1}`.)"},
  };
  for (const Refused& refused : cases) {
    std::string message;
    EXPECT_EQ(code_of([&] { read_filter(json::parse(refused.body)); }, &message), refused.code);
    EXPECT_EQ(message, refused.message);
  }
  json many = json::array();
  for (std::size_t i = 0; i < kMaxConditions; ++i) many.push_back("year = 1");
  EXPECT_EQ(code_of([&] { read_filter(many); }), "none");
  many.push_back("year = 1");
  EXPECT_EQ(code_of([&] { read_filter(many); }), "invalid_search_filter");
}

TEST(SearchParams, FilterByGetMayBeJson) {
  const SearchParams params =
      read_search_params(std::vector<Parameter>{{"filter", R"([["type = a","type = b"]])"}});
  EXPECT_EQ(params.query.filter.children.at(0).kind, Filter::Kind::kAny);
}

TEST(SearchParams, PageZeroHasTotalsAndNoHits) {
  const SearchParams params = post(R"({"page": 0})");
  EXPECT_EQ(params.query.limit, 0u);
  EXPECT_EQ(params.paging->hits_per_page, 20u);
}

TEST(SearchParams, MultiSearchSaysWhere) {
  std::string uid, message;
  const auto read = [&](const char* object) {
    read_multi_search_params(json::parse(object), ".queries[1]", uid);
  };
  EXPECT_EQ(code_of([&] { read(R"({"indexUid": "vanban", "q": 1})"); }, &message), "invalid_search_q");
  EXPECT_EQ(message,
            "Invalid value type at `.queries[1].q`: expected a string, but found a positive integer: `1`");
  EXPECT_EQ(code_of([&] { read(R"({"q": ""})"); }, &message), "missing_index_uid");
  EXPECT_EQ(message, "Missing field `indexUid` inside `.queries[1]`");
  EXPECT_EQ(code_of([&] { read(R"({"indexUid": "vanban", "sort": ["a"]})"); }, &message),
            "invalid_search_sort");
  EXPECT_TRUE(message.starts_with("Inside `.queries[1]`: Invalid syntax")) << message;
  read(R"({"indexUid": "vanban"})");
  EXPECT_EQ(uid, "vanban");
}

TEST(SearchParams, WhatIsCountedBesides) {
  const char* const body =
      R"({"filter": [["type = a", "type = b"], "year = 2024"], "disjunctiveFacets": ["type", "year", "type"],
      "facetRanges": {"pages": [{"to": 1}, {"from": "2", "to": 5}], "date": [{"from": "2024-01"}]},
      "histogram": {"attribute": "date", "interval": "decade"}})";
  const std::vector<Parameter> parameters = {
      {"filter", R"([["type = a", "type = b"], "year = 2024"])"},
      {"disjunctiveFacets", "type, year, type"},
      {"facetRanges", R"({"pages": [{"to": 1}, {"from": "2", "to": 5}], "date": [{"from": "2024-01"}]})"},
      {"histogram", R"({"attribute": "date", "interval": "decade"})"}};
  for (const SearchParams& params : {post(body), read_search_params(parameters)}) {
    const SearchQuery& query = params.query;
    EXPECT_EQ(query.disjunctive, (std::vector{Attribute::kType, Attribute::kYear}));
    const auto& pages = query.ranges.at(Attribute::kPages);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[0].from + "|" + pages[0].to, "|1");
    EXPECT_EQ(pages[1].from + "|" + pages[1].to, "2|5");
    EXPECT_EQ(query.ranges.at(Attribute::kDate)[0].from, "2024-01");
    EXPECT_EQ(query.histogram, DateInterval::kDecade);
  }
}

TEST(SearchParams, MistakesInWhatIsCountedBesides) {
  struct Mistake {
    const char* body;
    const char* code;
    const char* part_of_message;
  };
  static constexpr Mistake kMistakes[] = {
      {R"({"disjunctiveFacets": ["colour"]})", "invalid_search_disjunctive_facets", "`colour`"},
      {R"({"disjunctiveFacets": "type"})", "invalid_search_disjunctive_facets", "an array"},
      {R"({"disjunctiveFacets": ["type"], "filter": "type = a OR year = 1"})",
       "invalid_search_disjunctive_facets", "`type`"},
      {R"({"disjunctiveFacets": ["year"], "filter": [["type = a", "year = 1"]]})",
       "invalid_search_disjunctive_facets", "`year`"},
      {R"({"facetRanges": []})", "invalid_search_facet_ranges", "an object"},
      {R"({"facetRanges": {"type": [{"from": "a"}]}})", "invalid_search_facet_ranges",
       "`type` has no ranges"},
      {R"({"facetRanges": {"pages": {"from": 1}}})", "invalid_search_facet_ranges", ".facetRanges.pages"},
      {R"({"facetRanges": {"pages": [{}]}})", "invalid_search_facet_ranges", "needs `from`"},
      {R"({"facetRanges": {"pages": [{"from": "hai"}]}})", "invalid_search_facet_ranges", "number"},
      {R"({"facetRanges": {"pages": [{"from": true}]}})", "invalid_search_facet_ranges", "a boolean"},
      {R"({"facetRanges": {"date": [{"to": "nay"}]}})", "invalid_search_facet_ranges", "date"},
      {R"({"facetRanges": {"date": [{"to": "2024\" OR type = \"b"}]}})", "invalid_search_facet_ranges",
       ".facetRanges.date[0].to"},
      {R"({"facetRanges": {"date": [{"to": "2024"}, {"from": "2024-02-31"}]}})",
       "invalid_search_facet_ranges", ".facetRanges.date[1].from"},
      {R"({"filter": "date >= 2024-13"})", "invalid_search_filter", "`date`"},
      {R"({"facetRanges": {"date": [{"til": "2024"}]}})", "invalid_search_facet_ranges", "`til`"},
      {R"({"histogram": "date"})", "invalid_search_histogram", "an object"},
      {R"({"histogram": {"attribute": "date", "interval": "week"}})", "invalid_search_histogram", "decade"},
      {R"({"histogram": {"attribute": "type", "interval": "year"}})", "invalid_search_histogram", "`date`"},
      {R"({"histogram": {"attribute": "date", "interval": "year", "min": 1}})", "invalid_search_histogram",
       "`min`"},
      {R"({"todaysPlaces": 1})", "invalid_search_todays_places", "a boolean"},
  };
  for (const Mistake& mistake : kMistakes) {
    std::string message;
    EXPECT_EQ(code_of([&] { post(mistake.body); }, &message), mistake.code) << mistake.body;
    EXPECT_NE(message.find(mistake.part_of_message), std::string::npos) << message;
  }
  json many = json::array();
  for (int i = 0; i < 101; ++i) many.push_back({{"from", i}});
  EXPECT_EQ(code_of([&] {
              read_search_params(json{{"facetRanges", {{"pages", many}}}});
            }),
            "invalid_search_facet_ranges");
}

TEST(SearchParams, PlacesAsOfToday) {
  const char* const body =
      R"({"filter": "type = a AND NOT place = b", "facets": ["place", "type"], "sort": ["place:asc"],
      "disjunctiveFacets": ["place"], "todaysPlaces": true})";
  const SearchParams params = post(body);
  EXPECT_TRUE(params.todays_places);
  EXPECT_EQ(params.query.facets, (std::vector{Attribute::kType, Attribute::kPlaceToday}));
  EXPECT_EQ(params.query.disjunctive, std::vector{Attribute::kPlaceToday});
  EXPECT_EQ(params.query.sort[0].attribute, Attribute::kPlaceToday);
  EXPECT_EQ(params.query.filter.children.at(1).children.at(0).condition.attribute, Attribute::kPlaceToday);
  EXPECT_EQ(
      read_facet_search_params(json::parse(R"({"facetName": "place", "todaysPlaces": true})")).todays_places,
      true);
}

}  // namespace
}  // namespace vankien::api
