// Streamed answers over real sockets:
// 1. They come in chunks and whole; the connection is kept, and to HTTP/1.0 they come up to its end.
// 2. No piece is made before the reader has taken those before it; a reader who stops holds no worker, and is let go.
// 3. A stream that breaks is seen to be broken: it has no end.
// 4. HEAD makes no piece.

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>

#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"

namespace vankien::http {
namespace {

using test::RawClient;
using test::RunningServer;

api::Reply pieces(int count, std::size_t size,
                  std::shared_ptr<std::atomic<int>> made = std::make_shared<std::atomic<int>>()) {
  api::Reply reply;
  reply.content_type = "text/plain";
  reply.stream = [count, size, made]() -> std::optional<std::string> {
    if (*made == count) return std::nullopt;
    return std::string(size, static_cast<char>('a' + (*made)++ % 26));
  };
  return reply;
}

TEST(Streaming, InChunksOnAKeptConnection) {
  const RunningServer server([](const Incoming& incoming) {
    return incoming.target == "/s" ? pieces(3, 2) : api::Reply{200, "text/plain", "plain", {}};
  });
  RawClient client(server.port());
  client.send("GET /s HTTP/1.1\r\nHost: x\r\n\r\nGET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const std::string all = client.read_to_end();
  EXPECT_NE(
      all.find("Transfer-Encoding: chunked\r\n\r\n2\r\naa\r\n2\r\nbb\r\n2\r\ncc\r\n0\r\n\r\nHTTP/1.1 200"),
      std::string::npos)
      << all;
  EXPECT_TRUE(all.ends_with("plain"));
}

TEST(Streaming, ToTheEndOfTheConnectionForTheOldProtocol) {
  const RunningServer server([](const Incoming&) { return pieces(3, 2); });
  RawClient client(server.port());
  client.send("GET /s HTTP/1.0\r\nHost: x\r\n\r\n");
  const std::string all = client.read_to_end();
  EXPECT_EQ(all.find("chunked"), std::string::npos);
  EXPECT_TRUE(all.ends_with("\r\n\r\naabbcc")) << all;
}

TEST(Streaming, HeadMakesNoPiece) {
  const auto made = std::make_shared<std::atomic<int>>();
  const RunningServer server([&](const Incoming&) { return pieces(3, 2, made); });
  RawClient client(server.port());
  client.send("HEAD /s HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(client.read_reply(true).status, 200);
  EXPECT_EQ(*made, 0);
}

TEST(Streaming, AReaderWhoStopsHoldsNothingForLong) {
  const auto made = std::make_shared<std::atomic<int>>();
  Limits limits;
  limits.send = std::chrono::milliseconds(300);
  const RunningServer server(
      [&](const Incoming& incoming) {
        if (incoming.target != "/s") return api::Reply{200, "text/plain", "plain", {}};
        return pieces(100'000, 1 << 16, made);
      },
      limits, {1, 16, 4096});
  RawClient stopped(server.port());
  stopped.send("GET /s HTTP/1.1\r\nHost: x\r\n\r\n");
  RawClient other(server.port());  // the only worker is free
  other.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(other.read_reply().body, "plain");
  // Not read: the server makes what fits into the sockets' buffers, then lets go.
  while (*made == 0 || made.use_count() > 1) std::this_thread::yield();
  EXPECT_LT(*made, 20'000) << "buffers are of megabytes, some machines' of hundreds";
}

TEST(Streaming, ABrokenStreamHasNoEnd) {
  const RunningServer server([](const Incoming&) {
    api::Reply reply;
    reply.stream = [made = 0]() mutable -> std::optional<std::string> {
      if (made++ == 2) throw std::runtime_error("the disk is gone");
      return "piece";
    };
    return reply;
  });
  RawClient client(server.port());
  client.send("GET /s HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string all = client.read_to_end();
  EXPECT_TRUE(all.ends_with("5\r\npiece\r\n5\r\npiece\r\n")) << all;
}

}  // namespace
}  // namespace vankien::http
