#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vankien::api {

/// What goes back, free of sockets.
struct Reply {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers =
      {};  ///< besides Content-Type and the server's own
  /// A body too long to be held at once: each call makes its next piece, nothing at the end; `body` is not looked at then.
  /// Called by one thread at a time, never by two pieces' worth ahead of the reader; let go if the reader leaves. If it
  /// throws, the connection is closed before the body's end, which the reader sees.
  std::function<std::optional<std::string>()> stream = {};
  std::optional<std::uint64_t> stream_bytes = {};  ///< of all pieces together, where it is known

  /// Never throws for text: bytes that are not UTF-8 become U+FFFD.
  static Reply json(const nlohmann::ordered_json& value, int status = 200) {
    Reply reply;
    reply.status = status;
    reply.body = value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return reply;
  }
};

}  // namespace vankien::api
