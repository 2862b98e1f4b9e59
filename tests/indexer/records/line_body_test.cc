// 1. Whatever a body holds, and wherever it stands among other fields, it comes back letter for letter, and the rest is the
//    line with "" in its place.
// 2. What only a parser can tell is left to it: escapes by number, a second body, lists and objects before it.
// 3. A line that is no JSON does not become one.

#include "indexer/records/line_body.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

std::string valid(const std::string& bytes) { return encode_utf8(decode_utf8(bytes).chars); }

TEST(LineBody, IsParted) {
  const auto parted =
      part_body(R"( {"id": 7 , "title":"a \"b\" {", "body" : "Điều 1.\n\t\"x\"\\ \/", "n":[{}]} )");
  ASSERT_TRUE(parted);
  EXPECT_EQ(parted->body, "Điều 1.\n\t\"x\"\\ /");
  EXPECT_EQ(parted->rest, R"( {"id": 7 , "title":"a \"b\" {", "body" : "", "n":[{}]} )");
}

RC_GTEST_PROP(LineBody, ComesBack,
              (const std::string& before, const std::string& body, const std::string& after)) {
  ordered_json line = {
      {"id", valid(before)}, {"number", before.size()}, {"body", valid(body)}, {"title", valid(after)}};
  const auto parted = part_body(line.dump());
  const std::string dumped = line["body"].dump() + line["title"].dump();
  if (!parted) {
    RC_ASSERT(dumped.find("\\u") != std::string::npos);  // control characters alone are written so
    return;
  }
  RC_ASSERT(parted->body == line["body"].get<std::string>());
  line["body"] = "";
  RC_ASSERT(parted->rest == line.dump());
}

class LeftToTheParser : public testing::TestWithParam<const char*> {};
TEST_P(LeftToTheParser, IsNotParted) { EXPECT_FALSE(part_body(GetParam())); }
INSTANTIATE_TEST_SUITE_P(
    LineBody, LeftToTheParser,
    testing::Values("", "[]", "{", "{}", R"({"id": "a"})", R"({"body": 1})", R"({"body": null})",
                    R"({"body": "a)", R"({"body": "a\"})", R"({"body": "\u0041"})", R"({"body": "\x"})",
                    "{\"body\": \"a\tb\"}", R"({"b\u006fdy": "a", "body": "b"})",
                    R"({"body": "a", "body": "b"})", R"({"body": "a", "b\u006fdy": "b"})",
                    R"({"list": [1], "body": "a"})", R"({"o": {"body": "b"}, "body": "a"})",
                    R"({"id" "a", "body": "b"})", R"({"id": "a" "body": "b"})"));

TEST(LineBody, WrongLinesStayWrong) {
  for (const char* line : {R"({"id": 01, "body": "b"})", R"({"id": tru, "body": "b"})", R"({"body": "b",})",
                           R"({"body": "b"}})", R"({"id": , "body": "b"})", R"({"body": "b")"}) {
    const auto parted = part_body(line);
    ASSERT_TRUE(parted) << line;
    EXPECT_FALSE(ordered_json::accept(line)) << line;
    EXPECT_FALSE(ordered_json::accept(parted->rest)) << line;
  }
}

}  // namespace
}  // namespace vankien
