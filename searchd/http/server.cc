#include "searchd/http/server.h"

#include <fmt/format.h>
#include <httplib.h>

#include <atomic>
#include <cstring>
#include <thread>

#include "searchd/api/error.h"
#include "searchd/http/log.h"

// What the library does here: listen and accept, dispatch, catch, write an answer. What it does not: read
// from the network. The release Debian 12 has holds a thread for each open connection, does not bound header
// lines, chunked or compressed bodies, and takes a body it has not read for the next request. So
// ConnectionLoop brings in each request whole and checked, and the library is told no more of it than its
// method.
//
// Written so that newer releases compile as well: they ask more of a Stream, and some signatures differ.

namespace vankien::http {
namespace {

constexpr int kBacklog =
    511;  ///< the library's is 5, compiled in: connects would wait for retries under a burst
constexpr std::chrono::milliseconds kStartPoll{1};

/// The library's view of a connection: a request that is all here, and a place for the answer.
class MemoryStream final : public httplib::Stream {
 public:
  explicit MemoryStream(std::string in) : in_(std::move(in)) {}

  bool is_readable() const override { return at_ < in_.size(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override {
    const std::size_t n = in_.copy(to, size, at_);
    at_ += n;
    return static_cast<ssize_t>(n);
  }
  ssize_t write(const char* from, std::size_t size) override {
    out_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return 0; }
  // Newer releases only:
  bool wait_readable() const { return is_readable(); }
  bool wait_writable() const { return true; }
  time_t duration() const { return 0; }

  std::string take_out() { return std::move(out_); }

 private:
  std::string in_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

class Server::Library final : public httplib::Server {
 public:
  Library(const Limits& limits, const Capacity& capacity, http::Handler handler)
      : handler_(std::move(handler)),
        loop_(limits, capacity, [this](const RequestHead& head, std::string body, bool keep_alive) {
          return answer(head, std::move(body), keep_alive);
        }) {
    new_task_queue = [] { return new InlineQueue; };
    set_tcp_nodelay(true);
    set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits.idle).count());
    set_keep_alive_max_count(1'000'000);
    // The library's default sets SO_REUSEPORT too: a second server on the port would start and take half the
    // requests.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      api::Reply reply = handler_(*incoming_);
      if (reply.stream)
        streamed_ = std::move(reply);
      else
        respond(std::move(reply), response);
      if (request.method == "HEAD")
        response.set_header("Accept-Ranges", "none");  // else the library adds "bytes"
      return HandlerResponse::Handled;
    });
    set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr error) {
      respond(internal_error(error), response);
    });
  }

  int bind(const std::string& host, int port) {
    int bound = port;
    if (port == 0)
      bound = bind_to_any_port(host);
    else if (!bind_to_port(host, port))
      bound = -1;
    if (bound < 0)
      throw std::runtime_error(fmt::format("cannot listen on {}:{}: {}", host, port, std::strerror(errno)));
    ::listen(svr_sock_, kBacklog);
    return bound;
  }

  void run() {
    const bool ended_well = stopping_ || listen_after_bind();
    finished_ = true;
    if (!ended_well && !stopping_) throw std::runtime_error("the listening socket broke");
  }

  bool stop(std::chrono::milliseconds time) {
    stopping_ = true;
    // The library ignores a stop() that comes before it listens.
    while (!finished_) {
      if (is_running()) {
        httplib::Server::stop();
        break;
      }
      std::this_thread::sleep_for(kStartPoll);
    }
    return loop_.drain(time);
  }

 private:
  /// Accepted sockets go to the loop at once, on the accepting thread.
  class InlineQueue final : public httplib::TaskQueue {
   public:
    using Result =
        decltype(std::declval<httplib::TaskQueue&>().enqueue(nullptr));  // void, in newer releases bool
    Result enqueue(std::function<void()> task) override {
      task();
      return Result(true);
    }
    void shutdown() override {}
  };

  /// Where the library would serve a connection; its TLS server replaces the same function.
  bool process_and_close_socket(socket_t socket) override {
    loop_.add(Socket(socket));
    return true;
  }

  ConnectionLoop::Bytes answer(const RequestHead& head, std::string body, bool keep_alive) {
    const Incoming incoming{head.method,
                            head.target,
                            std::string(head.header("authorization")),
                            std::string(head.header("content-type")),
                            std::string(head.header("if-none-match")),
                            std::move(body),
                            std::string(head.header("range")),
                            std::string(head.header("if-range"))};
    incoming_ = &incoming;
    streamed_.reset();
    // Neither target nor headers: the library answers no Range, an Accept-Encoding or a REMOTE_ADDR of the client has no effect,
    // and no answer is compressed together with what a client chose.
    MemoryStream stream(head.method + " / HTTP/1.1\r\n\r\n");
    try {
      process(*this, stream, !keep_alive);
    } catch (...) {  // not of the handler, those are caught further in; out of memory, say
      log_exception("-", std::current_exception());
      return {refusal_bytes({500, "An internal error has occurred."}), {}, false};
    }
    if (streamed_) return begin_stream(head, *std::exchange(streamed_, std::nullopt), keep_alive);
    return {stream.take_out(), {}, keep_alive};
  }

  // The library would hold a long body as a whole, so streamed answers are ours from their first byte. Chunks tell where a
  // body of unknown length ends. A client of HTTP/1.0 knows no chunks: for it the end of the connection is the end of the body.
  static ConnectionLoop::Bytes begin_stream(const RequestHead& head, api::Reply reply, bool keep_alive) {
    const bool chunked = !head.http10 && !reply.stream_bytes;
    if (!chunked && !reply.stream_bytes) keep_alive = false;
    // What is wrong is told before the first byte.
    std::string bytes = reply.status == 206 ? "HTTP/1.1 206 Partial Content\r\n" : "HTTP/1.1 200 OK\r\n";
    if (!keep_alive) bytes += "Connection: close\r\n";
    for (const auto& [name, value] : reply.headers) bytes += fmt::format("{}: {}\r\n", name, value);
    bytes += fmt::format("Content-Type: {}\r\n", reply.content_type);
    if (reply.stream_bytes) bytes += fmt::format("Content-Length: {}\r\n", *reply.stream_bytes);
    if (chunked) bytes += "Transfer-Encoding: chunked\r\n";
    bytes += "\r\n";
    if (head.method == "HEAD") return {std::move(bytes), {}, keep_alive};
    if (!chunked) return {std::move(bytes), std::move(reply.stream), keep_alive};
    const auto frame = [next = std::move(reply.stream),
                        ended = false]() mutable -> std::optional<std::string> {
      if (ended) return std::nullopt;
      auto piece = next();
      ended = !piece;
      if (ended) return "0\r\n\r\n";
      if (piece->empty()) return piece;  // a chunk of nothing would be the end
      return fmt::format("{:x}\r\n{}\r\n", piece->size(), *piece);
    };
    return {std::move(bytes), frame, keep_alive};
  }

  template <typename Self>
  static void process(Self& self, MemoryStream& stream, bool close) {
    bool closed = false;
    if constexpr (requires { self.process_request(stream, close, closed, nullptr); })
      self.process_request(stream, close, closed, nullptr);
    else
      self.process_request(stream, std::string(), 0, std::string(), 0, close, closed, nullptr);
  }

  static void respond(api::Reply reply, httplib::Response& response) {
    response.status = reply.status;
    response.headers.clear();
    for (const auto& [name, value] : reply.headers) response.set_header(name, value);
    if (!reply.content_type.empty()) response.set_header("Content-Type", reply.content_type);
    response.body = std::move(reply.body);
  }

  static api::Reply internal_error(const std::exception_ptr& error) {
    static std::atomic<std::uint64_t> count = 0;
    const std::string id = fmt::format("{:x}-{}", ::getpid(), ++count);
    log_exception(id, error);
    return api::error_reply(api::Code::kInternal,
                            fmt::format("An internal error has occurred. Its number is {}.", id));
  }

  static thread_local const Incoming* incoming_;            ///< of the request this thread answers
  static thread_local std::optional<api::Reply> streamed_;  ///< its answer, if that is a stream

  http::Handler handler_;
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> finished_ = false;
  ConnectionLoop loop_;
};

thread_local const Incoming* Server::Library::incoming_ = nullptr;
thread_local std::optional<api::Reply> Server::Library::streamed_;

Server::Server(const Limits& limits, const Capacity& capacity, Handler handler)
    : library_(std::make_unique<Library>(limits, capacity, std::move(handler))) {}
Server::~Server() = default;

int Server::bind(const std::string& host, int port) { return library_->bind(host, port); }
void Server::run() { library_->run(); }
bool Server::stop(std::chrono::milliseconds time) { return library_->stop(time); }

}  // namespace vankien::http
