#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "searchd/api/reply.h"
#include "searchd/http/connection_loop.h"

namespace vankien::http {

/// One request as it came over the wire.
struct Incoming {
  std::string method;         ///< GET, HEAD, POST …
  std::string target;         ///< as sent
  std::string authorization;  ///< value of the header, or empty
  std::string content_type;
  std::string if_none_match;
  std::string body;
  std::string range = {};
  std::string if_range = {};
};

/// Answers one request; called from several threads at once. An exception becomes a 500 that tells nothing
/// but an id.
using Handler = std::function<api::Reply(const Incoming&)>;

/// The HTTP server: the one room that knows the HTTP library.
///
///   Server server(limits, capacity, handler);
///   int port = server.bind("127.0.0.1", 0);   // throws std::runtime_error: address in use
///   std::jthread thread([&] { server.run(); });
///   …
///   server.stop(5s);                          // from any thread, once; run() returns
class Server {
 public:
  Server(const Limits& limits, const Capacity& capacity, Handler handler);
  ~Server();

  /// The port bound; `port` 0 takes a free one.
  int bind(const std::string& host, int port);

  /// Serves until stop(). Throws std::runtime_error if the listening socket breaks.
  void run();

  /// Takes no new requests and waits for the running ones. False if some were not finished in time.
  bool stop(std::chrono::milliseconds time);

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

}  // namespace vankien::http
