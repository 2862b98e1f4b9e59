// 1. Documents come out a line each, byte for byte but for line feeds between tokens.
// 2. What is no object, nested too deep, not JSON or not UTF-8 is refused, whatever stands beside it.

#include "searchd/api/documents_payload.h"

#include <gtest/gtest.h>

#include "searchd/api/error.h"

namespace vankien::api {
namespace {

DocumentsPayload read(const std::string& body, const std::string& type = "application/json") {
  Request request;
  request.content_type = type;
  request.body = body;
  return read_documents_payload(request);
}

TEST(DocumentsPayload, ALineEach) {
  const struct {
    const char *body, *lines;
    std::uint64_t count;
  } cases[] = {
      {R"({"id": 1})", "{\"id\": 1}\n", 1},
      {"[]", "", 0},
      {"[ {} ,\n{} ]", "{}\n{}\n", 2},
      {"[{\"id\":\r\n 1,\n\"b\": {\"c\": [{}, \"}]{\"]}}]", "{\"id\":   1, \"b\": {\"c\": [{}, \"}]{\"]}}\n",
       1},
      {R"([{"id": "a\"}\\"}, {"id": "ế\n"}])", "{\"id\": \"a\\\"}\\\\\"}\n{\"id\": \"ế\\n\"}\n", 2},
      {R"([{"n": 12345678901234567890, "f": 1.50}])", "{\"n\": 12345678901234567890, \"f\": 1.50}\n", 1},
  };
  for (const auto& one : cases) {
    const auto payload = read(one.body);
    EXPECT_EQ(payload.lines, one.lines);
    EXPECT_EQ(payload.count, one.count) << one.body;
  }
  const auto lines = read("{\"id\": 1}\r\n \n{\"id\": 2}", "application/x-ndjson; charset=utf-8");
  EXPECT_EQ(lines.lines, "{\"id\": 1}\n{\"id\": 2}\n");
  EXPECT_EQ(lines.count, 2u);
}

TEST(DocumentsPayload, Mistakes) {
  std::string deep = "1";
  for (int i = 0; i < 17; ++i) deep = "{\"a\":" + deep + "}";
  const struct {
    std::string body, type, code;
  } cases[] = {
      {"", "application/json", "missing_payload"},
      {" \n", "application/x-ndjson", "missing_payload"},
      {"{}", "", "missing_content_type"},
      {"{}", "text/csv", "invalid_content_type"},
      {"[1]", "application/json", "malformed_payload"},
      {"[{}, null]", "application/json", "malformed_payload"},
      {"[[{}]]", "application/json", "malformed_payload"},
      {"true", "application/json", "malformed_payload"},
      {"\"{}\"", "application/json", "malformed_payload"},
      {"[{}", "application/json", "malformed_payload"},
      {"[{}]{}", "application/json", "malformed_payload"},
      {"[{\"a\": 1e999}]", "application/json", "malformed_payload"},
      {"[{\"a\": \"\xff\"}]", "application/json", "malformed_payload"},
      {R"([{"a": {"b": 1, "b": 2}}])", "application/json", "malformed_payload"},
      {"[" + deep + "]", "application/json", "malformed_payload"},
      {"{}\n[{}]", "application/x-ndjson", "malformed_payload"},
      {"{}\n{", "application/x-ndjson", "malformed_payload"},
      {{"{}\0}", 4}, "application/json", "malformed_payload"},
      {{"{}\0{}", 5}, "application/x-ndjson", "malformed_payload"},
  };
  for (const auto& mistake : cases) try {
      read(mistake.body, mistake.type);
      ADD_FAILURE() << mistake.body;
    } catch (const ApiError& error) {
      EXPECT_EQ(info(error.code()).name, mistake.code) << mistake.body;
    }
}

}  // namespace
}  // namespace vankien::api
