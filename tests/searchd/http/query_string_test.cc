// 1. A value goes up to the next '&'; '=', '+' and escapes in it mean what they do in a form.
// 2. What is not whole percent-encoding, not UTF-8, a control character or given twice is refused.
// 3. Segments are decoded after they are parted; dot segments and empty ones lead nowhere.

#include "searchd/http/query_string.h"

#include <gtest/gtest.h>

#include <string>

#include "analyzers/mapped_text.h"
#include "searchd/api/error.h"

namespace vankien::http {
namespace {

/// "a|b ? q=x, r=y", or the code of the error.
std::string show(const std::string& target) {
  try {
    const Target parts = read_target(target);
    std::string text;
    for (const std::string& segment : parts.segments) text += (text.empty() ? "" : "|") + segment;
    for (std::size_t i = 0; i < parts.query.size(); ++i)
      text += (i == 0 ? " ? " : ", ") + parts.query[i].name + "=" + parts.query[i].value;
    return text;
  } catch (const api::ApiError& error) {
    return std::string(api::info(error.code()).name);
  }
}

TEST(QueryString, Targets) {
  const struct {
    const char *target, *shown;
  } cases[] = {
      {"/", ""},
      {"/health", "health"},
      {"/indexes/vanban/documents/05%2FTU", "indexes|vanban|documents|05/TU"},
      {"/a+b", "a+b"},
      {"/?q=a=b", " ? q=a=b"},
      {"/?q=a%3Db%26c", " ? q=a=b&c"},
      {"/?q=%C4%91%E1%BA%A3ng+%E1%BB%A7y", " ? q=đảng ủy"},
      {"/?q=đảng", " ? q=đảng"},
      {"/?q", " ? q="},
      {"/?q=&&r=1&", " ? q=, r=1"},
      {"/?q=a?b", " ? q=a?b"},
      {"/?q=a%0Ab", " ? q=a\nb"},
      {"/?q=a#b", " ? q=a"},
      {"/?", ""},
      {"", "bad_request"},
      {"health", "bad_request"},
      {"http://x/health", "bad_request"},
      {"/?q=a&q=b", "bad_request"},
      {"/?q=a&%71=b", "bad_request"},
      {"/?q=%", "bad_request"},
      {"/?q=%2", "bad_request"},
      {"/?q=%zz", "bad_request"},
      {"/?q=%u0110", "bad_request"},
      {"/?q=%ff", "bad_request"},
      {"/?q=%c0%af", "bad_request"},
      {"/?q=%ed%a0%80", "bad_request"},
      {"/?q=a%00b", "bad_request"},
      {"/?q=a%1b", "bad_request"},
      {"/a%00", "bad_request"},
      {"/a%0Ab", "bad_request"},
      {"/%ff", "bad_request"},
      {"/../a", "not_found"},
      {"/%2e%2e/a", "not_found"},
      {"/a/./b", "not_found"},
      {"/a//b", "not_found"},
      {"/a/", "not_found"},
      {"//", "not_found"},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.target);
    EXPECT_EQ(show(one.target), one.shown);
  }
}

TEST(QueryString, Utf8) {
  const struct {
    const char* bytes;
    bool valid;
  } cases[] = {
      {"", true},
      {"a", true},
      {"ệ", true},
      {"\xf0\x9f\xa6\x80", true},
      {"\xef\xbf\xbf", true},
      {"\x80", false},
      {"\xc3", false},
      {"\xc0\x80", false},
      {"\xe0\x9f\xbf", false},
      {"\xed\x9f\xbf", true},
      {"\xed\xa0\x80", false},
      {"\xf0\x8f\xbf\xbf", false},
      {"\xf4\x8f\xbf\xbf", true},
      {"\xf4\x90\x80\x80", false},
      {"\xf5\x80\x80\x80", false},
      {"a\xe1\xbb", false},
  };
  for (const auto& one : cases) EXPECT_EQ(is_valid_utf8(one.bytes), one.valid) << one.bytes;
}

}  // namespace
}  // namespace vankien::http
