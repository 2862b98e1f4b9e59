#pragma once

#include <nlohmann/json.hpp>
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

  /// Never throws for text: bytes that are not UTF-8 become U+FFFD.
  static Reply json(const nlohmann::ordered_json& value, int status = 200) {
    Reply reply;
    reply.status = status;
    reply.body = value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return reply;
  }
};

}  // namespace vankien::api
