// 1. A table is told as JSON, csv and xlsx; each count comes with its filter, absent values by name.
// 2. What is no attribute, twice the same, or too much, is refused under its code.
// 3. An export holds every document found and tells how many, in the fields asked for; nothing in it is a formula.
// 4. A cursor comes back as the position it was made of, and is refused when damaged or of another search.
// 5. The audit says its totals and limits.

#include <gtest/gtest.h>

#include "analyzers/schema/record.h"
#include "searchd/api/cursor.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/search_params.h"
#include "tests/support/toy_index.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;
using test::ToyService;

Request get(std::vector<Parameter> query) { return {"GET", {"api", "x"}, std::move(query), "", "", {}}; }

std::string code_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const ApiError& error) {
    return std::string(info(error.code()).name);
  }
  return "none";
}

std::string read_all(const Reply& reply) {
  std::string bytes = reply.body;
  if (reply.stream)
    while (const auto piece = reply.stream()) bytes += *piece;
  return bytes;
}

constexpr auto kAny = Table::kAny;

ToyService with_table() {
  ToyService toy;
  Table& table = toy.index->table;
  table.axes = {{Attribute::kType, {{"Nghị quyết", "type = \"Nghị quyết\""}, {"", "NOT type EXISTS"}}},
                {Attribute::kYear, {{"2024", "year = \"2024\""}}}};
  table.counts = {{{0, 0, kAny}, 2},
                  {{0, kAny, kAny}, 3},
                  {{1, kAny, kAny}, 1},
                  {{kAny, 0, kAny}, 2},
                  {{kAny, kAny, kAny}, 4}};
  return toy;
}

TEST(Statistics, AsJson) {
  const ToyService toy = with_table();
  const Json answer =
      Json::parse(statistics(get({{"rows", "type"}, {"columns", "year"}, {"q", "rừng"}}), toy.service).body);
  EXPECT_EQ(answer["total"], 4);
  EXPECT_EQ(answer["dimensions"][0]["attribute"], "type");
  EXPECT_EQ(answer["dimensions"][0]["values"][1].dump(),
            R"({"value":null,"filter":"NOT type EXISTS","count":1})");
  ASSERT_EQ(answer["cells"].size(), 1u);
  EXPECT_EQ(answer["cells"][0].dump(),
            R"x({"at":[0,0],"filter":"(type = \"Nghị quyết\") AND (year = \"2024\")","count":2})x");
  EXPECT_EQ(toy.index->asked.at(0).second.q, "rừng");
}

TEST(Statistics, AsCsv) {
  const ToyService toy = with_table();
  const Reply reply =
      statistics(get({{"rows", "type"}, {"columns", "year"}, {"format", "csv"}}), toy.service);
  EXPECT_EQ(reply.content_type, "text/csv; charset=utf-8");
  EXPECT_EQ(reply.body,
            "\xEF\xBB\xBFThể loại,2024,Tổng cộng\r\nNghị quyết,2,3\r\n(không có),0,1\r\nTổng cộng,2,4\r\n");
  EXPECT_EQ(read_all(statistics(get({{"rows", "type"}, {"format", "xlsx"}}), toy.service)).substr(0, 2),
            "PK");
}

TEST(Statistics, Refusals) {
  const ToyService toy = with_table();
  const auto code = [&](std::vector<Parameter> query) {
    return code_of([&] { statistics(get(std::move(query)), toy.service); });
  };
  EXPECT_EQ(code({}), "invalid_report_dimension");
  EXPECT_EQ(code({{"rows", "body"}}), "invalid_report_dimension");
  EXPECT_EQ(code({{"rows", "type"}, {"columns", "type"}}), "invalid_report_dimension");
  EXPECT_EQ(code({{"rows", "type"}, {"pages", "year"}}), "invalid_report_dimension");
  EXPECT_EQ(code({{"rows", "type"}, {"format", "pdf"}}), "invalid_report_format");
  EXPECT_EQ(code({{"rows", "type"}, {"format", "csv"}, {"separator", "tab"}}), "invalid_report_format");
  EXPECT_EQ(code({{"rows", "type"}, {"sort", "date:asc"}}), "bad_request");
  EXPECT_EQ(code({{"rows", "type"}, {"filter", "year >"}}), "invalid_search_filter");
  toy.index->table.axes[0].values.resize(100'000);
  EXPECT_EQ(code({{"rows", "type"}, {"columns", "year"}}), "report_too_large");
}

ToyService with_documents() {
  ToyService toy;
  for (const char* id : {"a", "b"}) {
    Record record;
    record.id = id;
    record.title = "=1+1";
    record.fields = {"Tuyên giáo", "Nội chính"};
    record.pages = {"Nội dung."};
    toy.index->result.hits.push_back({encode_record(record), 1});
  }
  return toy;
}

std::string header(const Reply& reply, const std::string& name) {
  for (const auto& [key, value] : reply.headers)
    if (key == name) return value;
  return "";
}

TEST(Export, EveryFormat) {
  const ToyService toy = with_documents();
  const Reply csv = export_list(get({{"fields", "id,title,fields,unknown"}}), toy.service);
  EXPECT_EQ(header(csv, "X-Total-Count"), "2");
  EXPECT_EQ(read_all(csv),
            "\xEF\xBB\xBFMã văn bản,Trích yếu,Lĩnh vực,unknown\r\na,'=1+1,Tuyên giáo; Nội chính,\r\n"
            "b,'=1+1,Tuyên giáo; Nội chính,\r\n");
  const Request post{"POST",
                     {"api", "export"},
                     {},
                     "application/json",
                     R"({"format": "jsonl", "fields": ["id", "body"], "sort": ["date:asc"]})",
                     {}};
  EXPECT_EQ(read_all(export_list(post, toy.service)),
            "{\"id\":\"a\",\"body\":\"Nội dung.\"}\n{\"id\":\"b\",\"body\":\"Nội dung.\"}\n");
  EXPECT_EQ(toy.index->asked.back().second.sort.size(), 1u);
  EXPECT_EQ(read_all(export_list(get({{"format", "xlsx"}}), toy.service)).substr(0, 2), "PK");
  export_list(get({{"sort", "place:asc"}, {"todaysPlaces", "true"}, {"literal", "true"}}), toy.service);
  EXPECT_EQ(toy.index->asked.back().second.sort.at(0).attribute, Attribute::kPlaceToday);
  EXPECT_TRUE(toy.index->asked.back().second.literal);
}

TEST(Export, Refusals) {
  const ToyService toy = with_documents();
  const auto code = [&](std::vector<Parameter> query) {
    return code_of([&] { export_list(get(std::move(query)), toy.service); });
  };
  EXPECT_EQ(code({{"fields", ""}}), "invalid_export_fields");
  EXPECT_EQ(code({{"fields", "*"}}), "invalid_export_fields");
  EXPECT_EQ(code({{"fields", "body"}, {"format", "xlsx"}}), "invalid_export_fields");
  EXPECT_EQ(code({{"limit", "5"}}), "bad_request");
  EXPECT_EQ(code({{"format", "json"}}), "invalid_report_format");
}

TEST(Cursor, ComesBack) {
  const Position position{{"Nghị quyết", "", "2024-05"}, "so/1\n", 3, 41, 12.345678901234567};
  const std::string bond = cursor_bond({{"q", "rừng"}});
  const std::string cursor = encode_cursor(position, bond);
  EXPECT_EQ(cursor.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
  EXPECT_EQ(decode_cursor(cursor, bond), position);
  const auto code = [&](const std::string& text, const std::string& other) {
    return code_of([&] { decode_cursor(text, other); });
  };
  EXPECT_EQ(code(cursor, cursor_bond({{"q", "biển"}})), "invalid_search_cursor");
  for (std::size_t i = 0; i < cursor.size(); ++i) {
    std::string damaged = cursor;
    damaged[i] = damaged[i] == 'A' ? 'B' : 'A';
    EXPECT_EQ(code(damaged, bond), "invalid_search_cursor") << i;
  }
  EXPECT_EQ(code(cursor.substr(0, 20), bond), "invalid_search_cursor");
  EXPECT_EQ(code("?", bond), "invalid_search_cursor");
}

TEST(Cursor, InASearch) {
  ToyService toy;
  toy.index->result.total = 9;
  toy.index->result.next = Position{{"2024"}, "a", 0, 0, 0};
  const auto ask = [&](std::vector<Parameter> query) {
    Request request = get(std::move(query));
    request.segments = {"indexes", "vanban", "search"};
    return Json::parse(search(request, toy.service).body);
  };
  const Json first = ask({{"q", "rừng"}, {"cursor", ""}, {"limit", "2"}});
  EXPECT_EQ(first["estimatedTotalHits"], 9);
  EXPECT_FALSE(first.contains("offset"));
  toy.index->result.next.reset();
  const std::string cursor = first["nextCursor"];
  EXPECT_TRUE(ask({{"q", "rừng"}, {"cursor", cursor}, {"limit", "7"}})["nextCursor"].is_null());
  EXPECT_EQ(toy.index->asked.back().second.after->id, "a");
  const auto code = [&](std::vector<Parameter> query) { return code_of([&] { ask(std::move(query)); }); };
  EXPECT_EQ(code({{"q", "biển"}, {"cursor", cursor}}), "invalid_search_cursor");
  EXPECT_EQ(code({{"q", "rừng"}, {"sort", "date:asc"}, {"cursor", cursor}}), "invalid_search_cursor");
  EXPECT_EQ(code({{"q", "rừng"}, {"filter", "year = 2024"}, {"cursor", cursor}}), "invalid_search_cursor");
  // A parameter with its default value asks for the same list.
  for (const auto& [name, value] : {std::pair("literal", "false"), std::pair("todaysPlaces", "false"),
                                    std::pair("matchingStrategy", "last"), std::pair("offset", "0"),
                                    std::pair("attributesToSearchOn", "*"), std::pair("filter", "")})
    EXPECT_EQ(code({{"q", "rừng"}, {name, value}, {"cursor", cursor}}), "none") << name;
  for (const auto& [name, value] :
       {std::pair("literal", "true"), std::pair("todaysPlaces", "true"), std::pair("matchingStrategy", "all"),
        std::pair("attributesToSearchOn", "title")})
    EXPECT_EQ(code({{"q", "rừng"}, {name, value}, {"cursor", cursor}}), "invalid_search_cursor") << name;
  EXPECT_EQ(code({{"cursor", ""}, {"offset", "5"}}), "invalid_search_cursor");
  EXPECT_EQ(code({{"cursor", ""}, {"page", "2"}}), "invalid_search_cursor");
  EXPECT_EQ(code({{"cursor", ""}, {"limit", "0"}}), "invalid_search_cursor");
}

TEST(Numbering, Told) {
  ToyService toy;
  NumberSeries series;
  series.issuer = "Tỉnh ủy";
  series.form = "…-NQ/TU";
  series.term = "XIII";
  series.gaps = {{3, 5}};
  series.gaps_total = 1;
  series.missing = 3;
  toy.index->numbering.series = {series};
  toy.index->numbering.total = 7;
  toy.index->numbering.drafts = 2;
  const Json answer = Json::parse(numbering(get({{"year", "2024"}, {"limit", "1"}}), toy.service).body);
  EXPECT_EQ(answer["total"], 7);
  EXPECT_EQ(answer["limit"], 1);
  EXPECT_EQ(answer["series"][0]["gaps"].dump(), "[[3,5]]");
  EXPECT_TRUE(answer["series"][0]["year"].is_null());
  EXPECT_EQ(answer["leftOut"]["drafts"], 2);
  EXPECT_EQ(code_of([&] { numbering(get({{"limit", "1001"}}), toy.service); }), "invalid_numbering_limit");
  EXPECT_EQ(code_of([&] { numbering(get({{"q", "x"}}), toy.service); }), "bad_request");
  for (const char* const year : {"abc", "20", "20245", "-202", "năm 2024"})
    EXPECT_EQ(code_of([&] {
                numbering(get({{"year", year}}), toy.service);
              }),
              "invalid_numbering_year")
        << year;
}

}  // namespace
}  // namespace vankien::api
