#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace vankien::api {

/// A body too long to be held, made piece by piece as the client takes it. One thread at a time, not always the same.
class BodySource {
 public:
  virtual ~BodySource() = default;
  virtual std::uint64_t size() const = 0;  ///< bytes of all pieces together
  /// The next bytes; empty at the end. What it throws breaks the connection off, so that a half is never taken for a whole.
  virtual std::string next() = 0;
};

/// What goes back, free of sockets.
struct Reply {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers =
      {};  ///< besides Content-Type and the server's own
  std::shared_ptr<BodySource> source = {};  ///< if set, the body instead of `body`

  /// Never throws for text: bytes that are not UTF-8 become U+FFFD.
  static Reply json(const nlohmann::ordered_json& value, int status = 200) {
    Reply reply;
    reply.status = status;
    reply.body = value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return reply;
  }
};

}  // namespace vankien::api
