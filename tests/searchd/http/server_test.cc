// Over real sockets, with handlers of a few lines:
// 1. Requests are answered on kept connections, also when they come in pieces or several at once.
// 2. A refused request closes its connection, and nothing after it is taken for a request.
// 3. Idle and slow clients take no worker: with one thread and hundreds of them, the next request is
// answered.
// 4. A full queue answers 503 with Retry-After; too many connections likewise, if none of them waits. Else one that does gives way, so
// that a flood of silent ones keeps nobody out.
// 5. Whatever a handler throws, the answer is a constant text and a number.
// 6. stop() finishes what is running, takes nothing new, and tells if it was not done in time.
// 7. A port in use is an error.
// 8. A long body comes in pieces, made as the client takes them; one that breaks off closes the connection.

#include "searchd/http/server.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"

namespace vankien::http {
namespace {

using test::RawClient;
using test::RunningServer;

const std::string kGet = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

api::Reply echo(const Incoming& incoming) {
  return {200, "text/plain", incoming.method + " " + incoming.target + " " + incoming.body, {}};
}

std::string post(const std::string& body) {
  return "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Lets handlers wait until the test says so.
class Gate {
 public:
  void open() {
    const std::scoped_lock lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return open_; });
  }
  void wait_for_waiting(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  int waiting_ = 0;
};

TEST(Server, AnswersOnAKeptConnection) {
  RunningServer server(echo);
  RawClient client(server.port());
  for (int i = 0; i < 20; ++i) {
    client.send(kGet);
    const auto reply = client.read_reply();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "GET /a ");
    EXPECT_EQ(reply.header("Content-Type"), "text/plain");
    EXPECT_EQ(reply.header("Content-Length"), "7");
  }
}

/// A body of known length, pieces of one letter each; breaks at one of them if told to.
api::Reply letters(std::size_t pieces, std::size_t bytes, std::size_t broken = ~std::size_t{0}) {
  api::Reply reply{200, "text/plain", "", {{"Accept-Ranges", "bytes"}}};
  reply.stream_bytes = pieces * bytes;
  reply.stream = [=, made = std::size_t{0}]() mutable -> std::optional<std::string> {
    if (made == broken) throw std::runtime_error("the disk is gone");
    if (made == pieces) return std::nullopt;
    return std::string(bytes, static_cast<char>('a' + made++ % 26));
  };
  return reply;
}

TEST(Server, SendsALongBodyInPieces) {
  RunningServer server([](const Incoming&) { return letters(40, 100'000); });
  RawClient client(server.port());
  client.send(kGet + kGet);
  for (int i = 0; i < 2; ++i) {
    const auto reply = client.read_reply();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Accept-Ranges"), "bytes");
    ASSERT_EQ(reply.body.size(), 4'000'000u);
    for (std::size_t piece = 0; piece < 40; ++piece)
      ASSERT_EQ(reply.body[piece * 100'000], static_cast<char>('a' + piece % 26));
  }
  client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n" + kGet);
  const auto head = client.read_reply(true);
  EXPECT_EQ(head.header("Content-Length"), "4000000");
  EXPECT_EQ(head.header("Accept-Ranges"), "bytes");
  EXPECT_EQ(client.read_reply().body.size(), 4'000'000u) << "the HEAD had no body";
}

TEST(Server, AnEmptyLongBody) {
  RunningServer server([](const Incoming&) { return letters(0, 1); });
  RawClient client(server.port());
  client.send(kGet + kGet);
  EXPECT_EQ(client.read_reply().header("Content-Length"), "0");
  EXPECT_EQ(client.read_reply().status, 200);
}

TEST(Server, ABrokenLongBodyIsNotTakenForAWhole) {
  RunningServer server([](const Incoming&) { return letters(4, 1'000, 2); });
  RawClient client(server.port());
  client.send(kGet + kGet);
  const std::string all = client.read_to_end();
  EXPECT_EQ(all.size() - (all.find("\r\n\r\n") + 4), 2'000u);
}

TEST(Server, ASlowReaderOfALongBodyTakesNoWorker) {
  RunningServer server(
      [](const Incoming& incoming) {
        return incoming.target == "/long" ? letters(100, 1'000'000) : echo(incoming);
      },
      {}, {1, 16, 4096});
  RawClient slow(server.port());
  slow.send("GET /long HTTP/1.1\r\nHost: x\r\n\r\n");
  RawClient other(server.port());
  for (int i = 0; i < 5; ++i) {
    other.send(kGet);
    EXPECT_EQ(other.read_reply().body, "GET /a ");
  }
}

TEST(Server, OneContentLength) {
  RunningServer server(echo);
  RawClient client(server.port());
  client.send(kGet);
  const std::string head = client.read_reply().head;
  const std::size_t first = head.find("Content-Length");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(head.find("Content-Length", first + 1), std::string::npos) << head;
}

TEST(Server, TakesPiecesAndSeveralAtOnce) {
  RunningServer server(echo);
  RawClient client(server.port());
  for (const char c : post("đảng")) client.send(std::string(1, c));
  EXPECT_EQ(client.read_reply().body, "POST /p đảng");
  client.send(post("1") + kGet + post("2"));
  EXPECT_EQ(client.read_reply().body, "POST /p 1");
  EXPECT_EQ(client.read_reply().body, "GET /a ");
  EXPECT_EQ(client.read_reply().body, "POST /p 2");
}

TEST(Server, HeadHasNoBody) {
  RunningServer server(echo);
  RawClient client(server.port());
  client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n" + kGet);
  const auto reply = client.read_reply(true);
  EXPECT_EQ(reply.header("Content-Length"), "8");
  EXPECT_EQ(client.read_reply().body, "GET /a ");
}

TEST(Server, SaysContinue) {
  RunningServer server(echo);
  RawClient client(server.port());
  client.send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_reply().status, 100);
  client.send("ab");
  EXPECT_EQ(client.read_reply().body, "POST /p ab");
}

TEST(Server, ClosesWhenAsked) {
  RunningServer server(echo);
  RawClient client(server.port());
  client.send("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.read_reply().header("Connection"), "close");
  EXPECT_EQ(client.read_to_end(), "");
  RawClient old(server.port());
  old.send("GET /a HTTP/1.0\r\n\r\n");
  EXPECT_NE(old.read_to_end().find("GET /a "), std::string::npos);
}

TEST(Server, NothingAfterARefusalIsARequest) {
  std::atomic<int> handled = 0;
  RunningServer server([&](const Incoming& incoming) {
    ++handled;
    return echo(incoming);
  });
  const struct {
    std::string request;
    int status;
  } cases[] = {
      {"GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 30\r\n\r\n" + kGet, 400},
      {"POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\nabc" + kGet, 400},
      {"POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
           kGet,
       400},
      {"POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + kGet, 411},
      {"POST /p HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc" + kGet, 415},
      {"POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n" + kGet, 413},
      {"GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n" + kGet, 414},
      {"GET /" + std::string(40'000, 'a'), 414},
      {"GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(40'000, 'a'), 431},
      {"GET / HTTP/1.1\nHost: x\n\n" + kGet, 400},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.request.substr(0, 80));
    RawClient client(server.port());
    client.send(one.request);
    const auto reply = client.read_reply();
    EXPECT_EQ(reply.status, one.status);
    EXPECT_EQ(reply.header("Connection"), "close");
    EXPECT_NE(reply.body.find("\"code\":"), std::string::npos);
    EXPECT_EQ(client.read_to_end(), "");
  }
  EXPECT_EQ(handled, 0);
}

TEST(Server, HeadersOfTheClientChangeNothing) {
  RunningServer server(echo);
  RawClient client(server.port());
  client.send(
      "GET /a HTTP/1.1\r\nHost: x\r\nRange: bytes=0-0,1-1,2-2\r\nAccept-Encoding: gzip, br\r\n"
      "REMOTE_ADDR: 10.9.9.9\r\n\r\n");
  const auto reply = client.read_reply();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "GET /a ");
  EXPECT_EQ(reply.header("Content-Encoding"), "");
}

TEST(Server, IdleAndSlowClientsTakeNoThread) {
  RunningServer server(echo, {}, {1, 16, 4096});
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 300; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    if (i % 3 == 1) clients.back()->send("GET /a HTTP/1.1\r\nHost");
    if (i % 3 == 2) clients.back()->send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
  }
  RawClient client(server.port());
  client.send(kGet);
  EXPECT_EQ(client.read_reply().status, 200);
}

TEST(Server, AClientThatDoesNotReadTakesNoThread) {
  const std::string large(8 << 20, 'x');
  RunningServer server(
      [&](const Incoming& incoming) {
        return incoming.target == "/a" ? echo(incoming) : api::Reply{200, "text/plain", large, {}};
      },
      {}, {1, 16, 4096});
  RawClient sleeper(server.port());
  sleeper.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
  RawClient client(server.port());
  client.send(kGet);
  EXPECT_EQ(client.read_reply().status, 200);
  EXPECT_EQ(sleeper.read_reply().body, large);
}

TEST(Server, SlowRequestsAreCutOff) {
  Limits short_receive, short_idle;  // one a server: who is idle before its first byte comes is no slow one
  short_receive.receive = std::chrono::milliseconds(50);
  short_idle.idle = std::chrono::milliseconds(50);
  RunningServer cuts_slow(echo, short_receive), cuts_idle(echo, short_idle);
  RawClient slow(cuts_slow.port());
  slow.send("GET /a HTTP/1.1\r\n");
  EXPECT_EQ(slow.read_reply().status, 408);
  EXPECT_EQ(slow.read_to_end(), "");
  RawClient idle(cuts_idle.port());
  EXPECT_EQ(idle.read_to_end(), "");
}

TEST(Server, ATrickleIsCutOff) {
  Limits limits;
  limits.receive = std::chrono::milliseconds(50);
  RunningServer server(echo, limits);
  for (const char* begin :
       {"GET /a HTTP/1.1\r\nX: ", "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"}) {
    RawClient client(server.port());
    client.send(begin);
    pollfd readable{client.fd(), POLLIN, 0};
    do client.send("x");  // as long as it keeps coming
    while (::poll(&readable, 1, 5) == 0);
    EXPECT_EQ(client.read_reply().status, 408) << begin;
  }
}

TEST(Server, FullQueueIsSaidAtOnce) {
  Gate gate;
  RunningServer server(
      [&](const Incoming& incoming) {
        gate.wait();
        return echo(incoming);
      },
      {}, {1, 1, 4096});
  RawClient running(server.port()), one(server.port()), other(server.port());
  running.send(kGet);
  gate.wait_for_waiting(1);
  one.send(kGet);
  other.send(kGet);
  // Either may get the one place in the queue; the other is answered while nothing else moves.
  std::array<pollfd, 2> fds = {{{one.fd(), POLLIN, 0}, {other.fd(), POLLIN, 0}}};
  ASSERT_EQ(::poll(fds.data(), fds.size(), 300'000), 1);
  RawClient& refused = fds[0].revents != 0 ? one : other;
  RawClient& queued = fds[0].revents != 0 ? other : one;
  const auto reply = refused.read_reply();
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.header("Retry-After"), "1");
  gate.open();
  EXPECT_EQ(running.read_reply().status, 200);
  EXPECT_EQ(queued.read_reply().status, 200);
}

TEST(Server, TooManyConnections) {
  Gate gate;
  RunningServer server(
      [&](const Incoming& incoming) {
        gate.wait();
        return echo(incoming);
      },
      {}, {2, 16, 2});
  RawClient first(server.port()), second(server.port());
  first.send(kGet);
  second.send(kGet);
  gate.wait_for_waiting(2);
  RawClient third(server.port());
  EXPECT_EQ(third.read_reply().status, 503);
  gate.open();
  EXPECT_EQ(first.read_reply().status, 200);
  EXPECT_EQ(second.read_reply().status, 200);
}

TEST(Server, AFloodOfSilentConnectionsKeepsNobodyOut) {
  RunningServer server(echo, {}, {1, 16, 20});
  std::vector<std::unique_ptr<RawClient>> flood;
  for (int i = 0; i < 300; ++i) {
    flood.push_back(std::make_unique<RawClient>(server.port()));
    if (i % 3 == 1) flood.back()->send("GET /a HTTP/1.1\r\nHost");
    if (i % 3 == 2) flood.back()->send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
  }
  RawClient client(server.port());
  client.send(kGet);
  EXPECT_EQ(client.read_reply().status, 200);
  EXPECT_EQ(flood.front()->read_to_end(), "");
}

TEST(Server, LongRequestsLeaveThreadsForOthers) {
  Gate gate;
  http::Capacity capacity{4, 16, 4096};
  capacity.work_of = [](const RequestHead& head) {
    return head.method == "POST" ? Work::kLong : Work::kShort;
  };
  RunningServer server(
      [&](const Incoming& incoming) {
        if (incoming.method == "POST") gate.wait();
        return echo(incoming);
      },
      {}, capacity);
  std::vector<std::unique_ptr<RawClient>> long_ones;
  for (int i = 0; i < 8; ++i) {
    long_ones.push_back(std::make_unique<RawClient>(server.port()));
    long_ones.back()->send(post("x"));
  }
  gate.wait_for_waiting(2);
  RawClient client(server.port());
  client.send(kGet);
  EXPECT_EQ(client.read_reply().status, 200);
  gate.open();
  for (const auto& one : long_ones) EXPECT_EQ(one->read_reply().status, 200);
}

TEST(Server, InstantRequestsWaitForNoThread) {
  Gate gate;
  http::Capacity capacity{1, 16, 4096};
  capacity.work_of = [](const RequestHead& head) {
    return head.method == "POST" ? Work::kShort : Work::kInstant;
  };
  RunningServer server(
      [&](const Incoming& incoming) {
        if (incoming.method == "POST") gate.wait();
        return echo(incoming);
      },
      {}, capacity);
  RawClient held(server.port()), waiting(server.port()), client(server.port());
  held.send(post("x"));
  gate.wait_for_waiting(1);
  waiting.send(post("y"));
  for (int i = 0; i < 2; ++i) {
    client.send(kGet);
    EXPECT_EQ(client.read_reply().status, 200);
  }
  client.send(kGet + kGet + post("z") + kGet);  // of many at once all but the first wait, as others do
  EXPECT_EQ(client.read_reply().status, 200);
  gate.open();
  EXPECT_EQ(client.read_reply().body, "GET /a ");
  EXPECT_EQ(client.read_reply().body, "POST /p z");
  EXPECT_EQ(client.read_reply().status, 200);
  EXPECT_EQ(held.read_reply().status, 200);
  EXPECT_EQ(waiting.read_reply().status, 200);
}

TEST(Server, LongWorkIsNotBegunForThoseWhoLeft) {
  Gate gate;
  std::mutex mutex;
  std::vector<std::string> begun;
  http::Capacity capacity{2, 16, 4096};  // one thread of which may be held long
  capacity.work_of = [](const RequestHead& head) {
    return head.method == "POST" ? Work::kLong : Work::kShort;
  };
  RunningServer server(
      [&](const Incoming& incoming) {
        {
          const std::scoped_lock lock(mutex);
          begun.push_back(incoming.body);
        }
        if (incoming.body == "first") gate.wait();
        return echo(incoming);
      },
      {}, capacity);
  RawClient first(server.port()), last(server.port());
  first.send(post("first"));
  gate.wait_for_waiting(1);
  for (int i = 0; i < 5; ++i) RawClient(server.port()).send(post("left"));
  last.send(post("last"));
  gate.open();
  EXPECT_EQ(first.read_reply().status, 200);
  EXPECT_EQ(last.read_reply().status, 200);
  EXPECT_TRUE(server.stop(std::chrono::seconds(300)));
  EXPECT_EQ(begun, (std::vector<std::string>{"first", "last"}));
}

TEST(Server, FilesMayBeLarger) {
  http::Limits limits;
  limits.max_body = 2000;
  limits.max_file_body = 5000;
  limits.sends_file = [](const RequestHead& head) { return head.target == "/p"; };
  RunningServer server(echo, limits);
  const auto status = [&](const std::string& path, std::size_t bytes) {
    RawClient client(server.port());
    client.send(fmt::format("POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{}", path, bytes,
                            std::string(bytes, 'a')));
    const auto reply = client.read_reply();
    return fmt::format("{}{}", reply.status,
                       reply.body.find("at most 5000 bytes") < reply.body.size() ? "!" : "");
  };
  EXPECT_EQ(status("/p", 5000), "200");
  EXPECT_EQ(status("/p", 5001), "413!");
  EXPECT_EQ(status("/q", 2000), "200");
  EXPECT_EQ(status("/q", 2001), "413");
}

TEST(Server, ExceptionsTellNothing) {
  RunningServer server([](const Incoming& incoming) -> api::Reply {
    if (incoming.target == "/int") throw 42;
    throw std::runtime_error("secret path /srv/mat");
  });
  RawClient client(server.port());
  for (const char* target : {"/std", "/int"}) {
    client.send(std::string("GET ") + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto reply = client.read_reply();
    EXPECT_EQ(reply.status, 500);
    EXPECT_NE(reply.body.find("\"code\":\"internal\""), std::string::npos) << reply.body;
    EXPECT_EQ((reply.head + reply.body).find("secret"), std::string::npos);
    EXPECT_EQ(reply.head.find("EXCEPTION"), std::string::npos);
  }
}

TEST(Server, LineBreaksInAHeaderAddNoHeader) {
  RunningServer server([](const Incoming&) {
    return api::Reply{200, "text/plain", "a", {{"X-Test", "a\r\nX-Evil: b"}}};
  });
  RawClient client(server.port());
  client.send(kGet);
  EXPECT_EQ(client.read_reply().header("X-Evil"), "");
}

TEST(Server, StopFinishesWhatIsRunning) {
  Gate gate;
  RunningServer server([&](const Incoming& incoming) {
    gate.wait();
    return echo(incoming);
  });
  RawClient running(server.port()), idle(server.port()), half(server.port());
  half.send("GET /a HT");
  running.send(kGet);
  gate.wait_for_waiting(1);
  auto stopped = std::async(std::launch::async, [&] { return server.stop(std::chrono::seconds(300)); });
  EXPECT_EQ(idle.read_to_end(), "");
  EXPECT_EQ(half.read_to_end(), "");
  gate.open();
  EXPECT_EQ(running.read_reply().body, "GET /a ");
  EXPECT_EQ(running.read_to_end(), "");
  EXPECT_TRUE(stopped.get());
  EXPECT_THROW(RawClient(server.port()), std::runtime_error);
}

TEST(Server, StopTellsWhatIsNotDoneInTime) {
  Gate gate;
  RunningServer server([&](const Incoming& incoming) {
    gate.wait();
    return echo(incoming);
  });
  RawClient running(server.port());
  running.send(kGet);
  gate.wait_for_waiting(1);
  EXPECT_FALSE(server.stop(std::chrono::milliseconds(20)));
  gate.open();
}

TEST(Server, PortInUse) {
  RunningServer server(echo);
  Server second({}, {1, 1, 16}, echo);
  EXPECT_THROW(second.bind("127.0.0.1", server.port()), std::runtime_error);
}

}  // namespace
}  // namespace vankien::http
