#pragma once

#include <thread>

#include "searchd/http/server.h"

namespace vankien::test {

/// A server on a free port of this machine, for as long as the object lives.
class RunningServer {
 public:
  explicit RunningServer(http::Handler handler, const http::Limits& limits = {},
                         const http::Capacity& capacity = {4, 16, 4096})
      : server_(limits, capacity, std::move(handler)),
        port_(server_.bind("127.0.0.1", 0)),
        thread_([this] { server_.run(); }) {}
  ~RunningServer() {
    if (!stopped_) stop(std::chrono::seconds(300));
  }

  int port() const { return port_; }
  bool stop(std::chrono::milliseconds time) {
    stopped_ = true;
    return server_.stop(time);
  }

 private:
  http::Server server_;
  int port_;
  bool stopped_ = false;
  std::jthread thread_;
};

}  // namespace vankien::test
