#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vankien::http {

struct Header {
  std::string name;  ///< lower case
  std::string value;
};

/// The first lines of a request, checked: what one reader takes for a message, every other one does too.
struct RequestHead {
  std::string method;
  std::string target;  ///< as sent, begins with '/'
  bool http10 = false;
  std::vector<Header> headers;
  std::size_t content_length = 0;
  bool keep_alive = true;
  bool expects_continue = false;

  /// The value, or "" if there is none.
  std::string_view header(std::string_view lower_case_name) const;
};

/// Why a request is not read on. The connection is closed after such an answer.
struct Refusal {
  int status;
  std::string_view message;
};

inline constexpr std::size_t kMaxLine = 8 * 1024;
inline constexpr std::size_t kMaxHead = 32 * 1024;
inline constexpr std::size_t kMaxHeaders = 100;

/// Where the head in `bytes` ends, its blank line included; npos if it is not whole yet. A blank line of bare
/// line feeds counts, for read_head to refuse.
std::size_t find_head_end(std::string_view bytes);

/// Reads a whole head, blank line included. Strict on purpose: lines end in CRLF, a header stands on one line
/// without a space before its colon, there is one Host, at most one Content-Length of digits alone, no
/// Transfer-Encoding, no body on a method that has none, no Content-Encoding. `max_body` is in bytes.
std::variant<RequestHead, Refusal> read_head(std::string_view bytes, std::size_t max_body);

}  // namespace vankien::http
