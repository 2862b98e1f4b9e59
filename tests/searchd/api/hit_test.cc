// 1. A hit shows the fields asked for, body included by "*", nested ones by their path.
// 2. _formatted holds what is shown and what is formatted; matches stand between the tags, numbers become
// text, and
//    nothing is escaped.
// 3. Positions are bytes of the original text.
// 4. Passages have the number of their page, and positions in their own text.
// 5. "*" formats what is shown, never a body nobody asked for.

#include "searchd/api/hit.h"

#include <gtest/gtest.h>

#include <string>

#include "analyzers/schema/record.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

Hit make_hit() {
  Record record;
  record.id = "a1";
  record.title = "Phát triển nguồn nhân lực";
  record.symbol = "05-NQ/TU";
  record.pages = {"Trang một nói về nguồn lực.", "Trang hai nói về rừng."};
  record.extra =
      Json::parse(R"({"signer": {"name": "Nguyễn Nguồn", "age": 50}, "copies": 12, "tags": ["nguồn", "khác"],
    "markup": "<b>nguồn</b>"})");
  return {encode_record(record), 0.75};
}

QueryTerms terms() {
  QueryTerms found;
  found.words = {"nguồn"};
  return found;
}

Json render(const SearchParams& params, const QueryTerms& found = {}) {
  return render_hit(make_hit(), Matcher(found), params);
}

TEST(Hit, ShowsWhatIsAskedFor) {
  SearchParams params;
  const Json all = render(params);
  EXPECT_EQ(all["id"], "a1");
  EXPECT_EQ(all["body"], "Trang một nói về nguồn lực.\fTrang hai nói về rừng.");
  EXPECT_FALSE(all.contains("_formatted"));
  EXPECT_FALSE(all.contains("_rankingScore"));
  EXPECT_FALSE(all.contains("_matchesPosition"));

  params.retrieve = {"title", "signer.age", "absent"};
  params.show_ranking_score = true;
  EXPECT_EQ(
      render(params),
      Json::parse(R"({"title": "Phát triển nguồn nhân lực", "signer": {"age": 50}, "_rankingScore": 0.75})"));
  params.retrieve = {};
  params.show_ranking_score = false;
  EXPECT_EQ(render(params), Json::object());
}

TEST(Hit, MarksMatchesAndTurnsNumbersIntoText) {
  SearchParams params;
  params.retrieve = {"title", "copies", "tags", "signer", "markup"};
  params.highlight = {"*"};
  const Json hit = render(params, terms());
  EXPECT_EQ(hit["_formatted"], Json::parse(R"({"title": "Phát triển <em>nguồn</em> nhân lực",
    "signer": {"name": "Nguyễn <em>Nguồn</em>", "age": "50"}, "copies": "12",
    "tags": ["<em>nguồn</em>", "khác"], "markup": "<b><em>nguồn</em></b>"})"));
  EXPECT_EQ(hit["copies"], 12);
}

TEST(Hit, MarksOnlyNamedFields) {
  SearchParams params;
  params.retrieve = {"id"};
  params.highlight = {"title"};
  params.pre_tag = "[";
  params.post_tag = "]";
  const Json hit = render(params, terms());
  EXPECT_EQ(hit, Json::parse(
                     R"({"id": "a1", "_formatted": {"id": "a1", "title": "Phát triển [nguồn] nhân lực"}})"));
}

TEST(Hit, StarDoesNotFetchTheBody) {
  SearchParams params;
  params.retrieve = {"id"};
  params.highlight = {"*"};
  EXPECT_EQ(render(params, terms())["_formatted"], Json::parse(R"({"id": "a1"})"));
}

TEST(Hit, CropsAroundTheMatch) {
  SearchParams params;
  params.retrieve = {"id"};
  params.crop = {{"body", 3}};
  params.highlight = {"body"};
  params.crop_marker = "~";
  const std::string body = render(params, terms())["_formatted"]["body"];
  EXPECT_NE(body.find("<em>nguồn</em>"), std::string::npos) << body;
  EXPECT_TRUE(body.ends_with("~")) << body;
  EXPECT_EQ(body.find("rừng"), std::string::npos) << body;
  params.crop = {{"body", 0}};
  params.highlight = {};
  EXPECT_EQ(render(params, terms())["_formatted"]["body"],
            "Trang một nói về nguồn lực.\fTrang hai nói về rừng.");
}

TEST(Hit, PositionsAreBytes) {
  SearchParams params;
  params.retrieve = {"title", "tags"};
  params.show_matches_position = true;
  const Json hit = render(params, terms());
  EXPECT_EQ(hit["_matchesPosition"], Json::parse(R"({"title": [{"start": 14, "length": 7}],
    "tags": [{"start": 0, "length": 7, "indices": [0]}]})"));
  EXPECT_FALSE(hit.contains("_formatted"));
  const std::string title = hit["title"];
  EXPECT_EQ(title.substr(14, 7), "nguồn");
}

TEST(Hit, ShowsPassagesWithTheirPages) {
  SearchParams params;
  params.retrieve = {"id"};
  params.passages = 2;
  const Json hit = render(params, terms());
  EXPECT_EQ(hit, Json::parse(R"({"id": "a1", "_passages": [{"page": 1, "text": "Trang một nói về nguồn lực.",
    "matches": [{"start": 22, "length": 7}], "before": false, "after": false}]})"));
  const std::string text = hit["_passages"][0]["text"];
  EXPECT_EQ(text.substr(22, 7), "nguồn");
  EXPECT_EQ(render(params)["_passages"], Json::array());
}

}  // namespace
}  // namespace vankien::api
