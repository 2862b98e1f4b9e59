#pragma once

#include <chrono>
#include <exception>
#include <string>
#include <string_view>

namespace vankien::http {

enum class LogFormat { kPlain, kJson };

/// Sends the log to standard error: lines for people, or one JSON object a line. `level` as spdlog names it:
/// info, warn … What is logged says nothing of what people look for or find: no query, no title, no id of a
/// document, no key.
void start_log(const std::string& level, LogFormat format);

/// One request: {"route": "POST /indexes/{uid}/search", "status": 200, "ms": 3, "caller": "reading room"}
void log_request(std::string_view route, int status, std::chrono::milliseconds taken,
                 std::string_view caller);

/// What went wrong inside, under the number the client was told.
void log_exception(const std::string& id, const std::exception_ptr& error);

}  // namespace vankien::http
