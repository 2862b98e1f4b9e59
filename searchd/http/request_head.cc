#include "searchd/http/request_head.h"

#include <algorithm>
#include <optional>

namespace vankien::http {
namespace {

bool is_token_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; });
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool lists(std::string_view value, std::string_view token) {
  const std::string text = lower(value);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (trim(std::string_view(text).substr(begin, end - begin)) == token) return true;
    begin = end + 1;
  }
  return false;
}

std::optional<Refusal> read_request_line(std::string_view line, RequestHead& head) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return Refusal{400, "The request line is malformed."};
  head.method = line.substr(0, first);
  head.target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(head.method)) return Refusal{400, "The request line is malformed."};
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    const bool http = version.starts_with("HTTP/");
    return http ? Refusal{505, "Only HTTP/1.1 and HTTP/1.0 are spoken here."}
                : Refusal{400, "The request line is malformed."};
  }
  head.http10 = version == "HTTP/1.0";
  if (head.target.empty() || head.target.front() != '/' || head.target.find(' ') != std::string::npos)
    return Refusal{400, "The request target must begin with `/` and hold no spaces."};
  for (const std::string_view method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    if (head.method == method) return std::nullopt;
  return Refusal{501, "The method is not known."};
}

std::optional<Refusal> read_header(std::string_view line, RequestHead& head) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
    return Refusal{400, "A header line is malformed."};  // also a folded line, and a space before the colon
  if (head.headers.size() == kMaxHeaders) return Refusal{431, "There are too many headers."};
  head.headers.push_back({lower(line.substr(0, colon)), std::string(trim(line.substr(colon + 1)))});
  return std::nullopt;
}

std::size_t count(const RequestHead& head, std::string_view name) {
  return static_cast<std::size_t>(std::count_if(head.headers.begin(), head.headers.end(),
                                                [&](const Header& header) { return header.name == name; }));
}

std::optional<Refusal> read_framing(RequestHead& head, std::size_t max_body) {
  const bool has_body_method = head.method == "POST" || head.method == "PUT" || head.method == "PATCH";
  if (count(head, "host") > 1 || (count(head, "host") == 0 && !head.http10))
    return Refusal{400, "A request names its Host once."};
  if (count(head, "authorization") > 1 || count(head, "content-type") > 1)
    return Refusal{400, "A header that may stand once is given twice."};
  const std::size_t lengths = count(head, "content-length");
  const bool chunked = count(head, "transfer-encoding") > 0;
  if (lengths > 1 || (lengths == 1 && chunked)) return Refusal{400, "The length of the body is given twice."};
  if (chunked && !has_body_method) return Refusal{400, "This method has no body."};
  if (chunked) return Refusal{411, "Transfer-Encoding is not supported, send a Content-Length."};
  const std::string_view coding = head.header("content-encoding");
  if (!coding.empty() && lower(coding) != "identity")
    return Refusal{415, "Content-Encoding is not supported, send the body as it is."};
  if (lengths == 1) {
    const std::string_view digits = head.header("content-length");
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
      return Refusal{400, "Content-Length is not a number."};
    if (digits.size() > 15) return Refusal{413, "The provided payload reached the size limit."};
    head.content_length = std::stoull(std::string(digits));
    if (head.content_length > 0 && !has_body_method) return Refusal{400, "This method has no body."};
    if (head.content_length > max_body) return Refusal{413, "The provided payload reached the size limit."};
  }
  const std::string_view expectation = head.header("expect");
  if (!expectation.empty() && lower(expectation) != "100-continue")
    return Refusal{417, "Only 100-continue is known."};
  head.expects_continue = !expectation.empty() && !head.http10;
  const std::string_view connection = head.header("connection");
  head.keep_alive = head.http10 ? lists(connection, "keep-alive") : !lists(connection, "close");
  return std::nullopt;
}

}  // namespace

std::string_view RequestHead::header(std::string_view lower_case_name) const {
  for (const Header& header : headers)
    if (header.name == lower_case_name) return header.value;
  return {};
}

std::size_t find_head_end(std::string_view bytes) {
  // Bare line feeds end a head too, so that it is refused now and not when the time is up.
  const std::size_t proper = bytes.find("\r\n\r\n");
  const std::size_t bare = bytes.find("\n\n");
  if (proper == std::string_view::npos && bare == std::string_view::npos) return std::string_view::npos;
  return proper < bare ? proper + 4 : bare + 2;
}

std::variant<RequestHead, Refusal> read_head(std::string_view bytes, std::size_t max_body) {
  RequestHead head;
  bool first = true;
  for (std::size_t begin = 0; begin + 2 < bytes.size();) {
    const std::size_t end = bytes.find("\r\n", begin);
    if (end == std::string_view::npos) return Refusal{400, "The head of the request is not whole."};
    const std::string_view line = bytes.substr(begin, end - begin);
    if (line.size() > kMaxLine)
      return first ? Refusal{414, "The request line is too long."}
                   : Refusal{431, "A header line is too long."};
    if (has_control(line)) return Refusal{400, "There is a control character in the head of the request."};
    if (const auto refusal = first ? read_request_line(line, head) : read_header(line, head)) return *refusal;
    first = false;
    begin = end + 2;
  }
  if (first) return Refusal{400, "The request line is missing."};
  if (const auto refusal = read_framing(head, max_body)) return *refusal;
  return head;
}

}  // namespace vankien::http
