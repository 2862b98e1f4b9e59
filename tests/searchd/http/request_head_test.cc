// 1. Ordinary heads are read.
// 2. Whatever two readers could take for different messages is refused: lengths, codings, line ends, folded
// lines.
// 3. Limits of line, count and body are exact.

#include "searchd/http/request_head.h"

#include <gtest/gtest.h>

#include <string>

namespace vankien::http {
namespace {

constexpr std::size_t kMaxBody = 1000;

int status_of(const std::string& head) {
  const auto read = read_head(head, kMaxBody);
  const auto* refusal = std::get_if<Refusal>(&read);
  return refusal == nullptr ? 200 : refusal->status;
}

TEST(RequestHead, ReadsAnOrdinaryOne) {
  const auto read = read_head(
      "POST /indexes/vanban/search?x=1 HTTP/1.1\r\nHost: example\r\nContent-Type:application/json\r\n"
      "content-length: 12 \r\nAuthorization: Bearer a%20b\r\nX-Empty:\r\n\r\n",
      kMaxBody);
  const auto& head = std::get<RequestHead>(read);
  EXPECT_EQ(head.method, "POST");
  EXPECT_EQ(head.target, "/indexes/vanban/search?x=1");
  EXPECT_EQ(head.content_length, 12u);
  EXPECT_EQ(head.header("content-type"), "application/json");
  EXPECT_EQ(head.header("authorization"), "Bearer a%20b");
  EXPECT_EQ(head.header("x-empty"), "");
  EXPECT_EQ(head.header("absent"), "");
  EXPECT_TRUE(head.keep_alive);
  EXPECT_FALSE(head.expects_continue);
}

TEST(RequestHead, KeepAlive) {
  const struct {
    const char* lines;
    bool keep_alive;
  } cases[] = {
      {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", true},
      {"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", false},
      {"GET / HTTP/1.1\r\nHost: x\r\nConnection: x, Close\r\n\r\n", false},
      {"GET / HTTP/1.0\r\n\r\n", false},
      {"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", true},
  };
  for (const auto& one : cases)
    EXPECT_EQ(std::get<RequestHead>(read_head(one.lines, 0)).keep_alive, one.keep_alive);
}

TEST(RequestHead, Refusals) {
  const std::string post = "POST / HTTP/1.1\r\nHost: x\r\n";
  const std::string get = "GET / HTTP/1.1\r\nHost: x\r\n";
  const struct {
    std::string head;
    int status;
  } cases[] = {
      {get + "\r\n", 200},
      {post + "Content-Length: 1000\r\n\r\n", 200},
      {post + "Content-Length: 1001\r\n\r\n", 413},
      {post + "Content-Length: 99999999999999999999\r\n\r\n", 413},
      {post + "Content-Length: +5\r\n\r\n", 400},
      {post + "Content-Length: -5\r\n\r\n", 400},
      {post + "Content-Length: 5, 5\r\n\r\n", 400},
      {post + "Content-Length: 0x5\r\n\r\n", 400},
      {post + "Content-Length: abc\r\n\r\n", 400},
      {post + "Content-Length:\r\n\r\n", 400},
      {post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n", 400},
      {post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {post + "Transfer-Encoding: chunked\r\n\r\n", 411},
      {post + "Transfer-Encoding: xchunked\r\n\r\n", 411},
      {post + "Transfer-Encoding: identity, chunked\r\n\r\n", 411},
      {get + "Transfer-Encoding: chunked\r\n\r\n", 400},
      {get + "Content-Length: 5\r\n\r\n", 400},
      {get + "Content-Length: 0\r\n\r\n", 200},
      {"HEAD / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n", 400},
      {"DELETE / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n", 400},
      {"OPTIONS / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n", 400},
      {post + "Content-Encoding: gzip\r\n\r\n", 415},
      {post + "Content-Encoding: identity\r\n\r\n", 200},
      {post + "Expect: 100-continue\r\n\r\n", 200},
      {post + "Expect: tea\r\n\r\n", 417},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {get + "Host: y\r\n\r\n", 400},
      {"GET / HTTP/1.0\r\n\r\n", 200},
      {"GET / HTTP/9.9\r\nHost: x\r\n\r\n", 505},
      {"GET / HTTP\r\nHost: x\r\n\r\n", 400},
      {"GET /\r\nHost: x\r\n\r\n", 400},
      {"GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"get / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
      {"TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
      {"BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
      {"G(T / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"\r\n\r\n", 400},
      {get + "Name : value\r\n\r\n", 400},
      {get + " folded\r\n\r\n", 400},
      {get + "A: b\r\n\tfolded\r\n\r\n", 400},
      {get + "no colon\r\n\r\n", 400},
      {get + ": no name\r\n\r\n", 400},
      {get + "A: b\nC: d\r\n\r\n", 400},
      {get + "A: b\rC: d\r\n\r\n", 400},
      {get + std::string("A: b\0c\r\n\r\n", 10), 400},
      {"GET / HTTP/1.1\nHost: x\n\n", 400},
      {get + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n", 400},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.head);
    EXPECT_EQ(status_of(one.head), one.status);
  }
}

TEST(RequestHead, Limits) {
  const auto with_target = [](std::size_t line) {
    const std::string rest = "GET / HTTP/1.1";
    return "GET /" + std::string(line - rest.size(), 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n";
  };
  EXPECT_EQ(status_of(with_target(kMaxLine)), 200);
  EXPECT_EQ(status_of(with_target(kMaxLine + 1)), 414);
  const auto with_header = [](std::size_t line) {
    return "GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(line - 3, 'a') + "\r\n\r\n";
  };
  EXPECT_EQ(status_of(with_header(kMaxLine)), 200);
  EXPECT_EQ(status_of(with_header(kMaxLine + 1)), 431);
  const auto with_headers = [](std::size_t count) {
    std::string head = "GET / HTTP/1.1\r\nHost: x\r\n";
    for (std::size_t i = 1; i < count; ++i) head += "A: b\r\n";
    return head + "\r\n";
  };
  EXPECT_EQ(status_of(with_headers(kMaxHeaders)), 200);
  EXPECT_EQ(status_of(with_headers(kMaxHeaders + 1)), 431);
}

TEST(RequestHead, FindsItsEnd) {
  EXPECT_EQ(find_head_end("GET / HTTP/1.1\r\nHost: x\r\n"), std::string::npos);
  EXPECT_EQ(find_head_end("A\r\n\r\nbody"), 5u);
  EXPECT_EQ(find_head_end("A\n\nbody"), 3u);
  EXPECT_EQ(find_head_end("A\r\n\r\nb\n\n"), 5u);
}

}  // namespace
}  // namespace vankien::http
