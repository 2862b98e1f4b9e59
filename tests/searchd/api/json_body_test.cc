// 1. Only a whole, well-formed JSON object sent as application/json is read.
// 2. Deep nesting, keys given twice, invalid UTF-8 and numbers too large are refused, however large the body.

#include "searchd/api/json_body.h"

#include <gtest/gtest.h>

#include <string>

#include "searchd/api/error.h"

namespace vankien::api {
namespace {

std::string outcome(const std::string& body, const std::string& content_type = "application/json") {
  Request request;
  request.body = body;
  request.content_type = content_type;
  try {
    return read_json_body(request).dump();
  } catch (const ApiError& error) {
    return std::string(info(error.code()).name);
  }
}

TEST(JsonBody, ReadsObjectsAndRefusesTheRest) {
  const struct {
    std::string body, outcome;
  } cases[] = {
      {R"({"q": "đảng ủy"})", R"({"q":"đảng ủy"})"},
      {"", "missing_payload"},
      {" \r\n", "missing_payload"},
      {"[]", "bad_request"},
      {"\"a\"", "bad_request"},
      {"{", "malformed_payload"},
      {"{} {}", "malformed_payload"},
      {R"({"q": "a", "q": "b"})", "malformed_payload"},
      {R"({"a": {"b": 1, "b": 2}})", "malformed_payload"},
      {R"([{"a": 1}, {"a": 1}])", "bad_request"},
      {R"({"limit": 1e400})", "malformed_payload"},
      {"{\"q\": \"\xff\"}", "malformed_payload"},
      {"{\"q\": \"\xc0\xaf\"}", "malformed_payload"},
      {R"({"q": "\ud800"})", "malformed_payload"},
      {std::string("{\"q\": \"a\0b\"}", 12), "malformed_payload"},
      {"{\"a\":" + std::string(15, '[') + std::string(15, ']') + "}",
       "{\"a\":" + std::string(15, '[') + std::string(15, ']') + "}"},
      {"{\"a\":" + std::string(16, '[') + std::string(16, ']') + "}", "malformed_payload"},
      {std::string(100'000, '['), "malformed_payload"},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.body.substr(0, 40));
    EXPECT_EQ(outcome(one.body), one.outcome);
  }
}

TEST(JsonBody, ContentTypes) {
  EXPECT_EQ(outcome("{}", "application/json; charset=utf-8"), "{}");
  EXPECT_EQ(outcome("{}", "Application/JSON"), "{}");
  EXPECT_EQ(outcome("{}", ""), "missing_content_type");
  EXPECT_EQ(outcome("{}", "text/plain"), "invalid_content_type");
  EXPECT_EQ(outcome("{}", "application/jsonx"), "invalid_content_type");
}

TEST(JsonBody, ExcerptsAreShortAndWhole) {
  const std::string text = excerpt(std::string(199, 'a') + "ệệ");
  EXPECT_EQ(text, std::string(199, 'a') + "…");
  EXPECT_EQ(excerpt(std::string(200, 'a')), std::string(200, 'a'));
}

}  // namespace
}  // namespace vankien::api
