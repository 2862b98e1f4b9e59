#include "searchd/http/connection.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "searchd/api/error.h"

namespace vankien::http {
namespace {

constexpr std::size_t kReadBytes = 16 * 1024;

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

api::Code code_for(int status) {
  switch (status) {
    case 411:
    case 417:
    case 505:
    case 431:
    case 400:
      return api::Code::kBadRequest;
    case 408:
      return api::Code::kBadRequest;
    case 413:
      return api::Code::kPayloadTooLarge;
    case 414:
      return api::Code::kUriTooLong;
    case 415:
      return api::Code::kContentEncodingNotSupported;
    case 501:
      return api::Code::kMethodNotAllowed;
    case 503:
      return api::Code::kTooManySearchRequests;
    default:
      return api::Code::kInternal;
  }
}

std::string_view reason(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 408:
      return "Request Timeout";
    case 411:
      return "Length Required";
    case 413:
      return "Payload Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 431:
      return "Request Header Fields Too Large";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Internal Server Error";
  }
}

}  // namespace

std::string refusal_bytes(const Refusal& refusal) {
  const std::string body = api::error_reply(code_for(refusal.status), refusal.message).body;
  return fmt::format(
      "HTTP/1.1 {} {}\r\nConnection: close\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
      "X-Content-Type-Options: nosniff\r\n{}Content-Length: {}\r\n\r\n{}",
      refusal.status, reason(refusal.status), refusal.status == 503 ? "Retry-After: 1\r\n" : "", body.size(),
      body);
}

Connection::Connection(Socket socket, const Limits& limits) : socket_(std::move(socket)), limits_(&limits) {
  ::fcntl(fd(), F_SETFL, ::fcntl(fd(), F_GETFL) | O_NONBLOCK);
  enter(State::kReading, limits_->idle);
}

void Connection::enter(State state, std::chrono::milliseconds time) {
  state_ = state;
  deadline_ = std::chrono::steady_clock::now() + time;
}

void Connection::read() {
  std::array<char, kReadBytes> bytes;
  const ssize_t got = ::recv(fd(), bytes.data(), bytes.size(), 0);
  if (got < 0 && would_block(errno)) return;
  if (got <= 0) {
    state_ = State::kClosed;
  } else if (state_ == State::kReading) {
    if (!has_begun()) enter(State::kReading, limits_->receive);
    buffer_.append(bytes.data(), static_cast<std::size_t>(got));
    advance();
  }  // lingering: thrown away
}

/// Makes of the buffer as much of a request as is there.
void Connection::advance() {
  if (!head_) {
    const std::size_t end = find_head_end(buffer_);
    if (end > kMaxHead && buffer_.size() > kMaxLine && buffer_.find("\r\n") > kMaxLine)
      return refuse({414, "The request line is too long."});
    if (end == std::string::npos && buffer_.size() <= kMaxHead) return;
    if (end > kMaxHead) return refuse({431, "The head of the request is too long."});
    auto read = read_head(std::string_view(buffer_).substr(0, end),
                          std::max({limits_->max_body, limits_->max_documents_body, limits_->max_file_body}));
    if (const auto* refusal = std::get_if<Refusal>(&read)) return refuse(*refusal);
    if (const std::size_t most = most_body(std::get<RequestHead>(read));
        std::get<RequestHead>(read).content_length > most)
      return refuse(
          {413, fmt::format("The provided payload reached the size limit: at most {} bytes.", most)});
    head_ = std::get<RequestHead>(std::move(read));
    buffer_.erase(0, end);
    if (head_->expects_continue && buffer_.size() < head_->content_length) {
      // Short enough to always fit an idle socket; a client that does not get it sends its body after a while
      // anyhow.
      constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
      [[maybe_unused]] const ssize_t sent = ::send(fd(), kContinue.data(), kContinue.size(), MSG_NOSIGNAL);
    }
  }
  if (buffer_.size() >= head_->content_length) state_ = State::kReady;
}

std::size_t Connection::most_body(const RequestHead& head) const {
  if (limits_->brings_documents && limits_->brings_documents(head)) return limits_->max_documents_body;
  if (limits_->sends_file && limits_->sends_file(head))
    return std::max(limits_->max_body, limits_->max_file_body);
  return limits_->max_body;
}

bool Connection::is_left() const {
  pollfd end{.fd = fd(), .events = POLLRDHUP, .revents = 0};
  return ::poll(&end, 1, 0) > 0;
}

Connection::Request Connection::take_request() {
  Request request{std::move(*head_), {}};
  head_.reset();
  request.body = buffer_.substr(0, request.head.content_length);
  buffer_.erase(0, request.head.content_length);
  state_ = State::kAnswering;
  return request;
}

void Connection::queue_answer(std::string bytes, bool keep_alive, Stream stream) {
  out_ = std::move(bytes);
  sent_ = 0;
  keep_alive_ = keep_alive;
  stream_ = std::move(stream);
  enter(State::kWriting, limits_->send);
  write();
}

void Connection::write() {
  while (sent_ < out_.size()) {
    const ssize_t n = ::send(fd(), out_.data() + sent_, out_.size() - sent_, MSG_NOSIGNAL);
    if (n < 0) {
      if (!would_block(errno)) state_ = State::kClosed;
      return;
    }
    sent_ += static_cast<std::size_t>(n);
  }
  if (stream_)
    state_ = State::kDrained;
  else
    finish_answer();
}

void Connection::refill() {
  try {
    auto more = stream_();
    if (!more) stream_ = {};
    out_ = std::move(more).value_or("");
  } catch (...) {
    stream_ = {};
    state_ = State::kClosed;
    throw;
  }
  sent_ = 0;
  enter(State::kWriting, limits_->send);
  write();
}

void Connection::finish_answer() {
  out_.clear();
  out_.shrink_to_fit();
  if (!keep_alive_) {
    // Closing with unread bytes would reset the connection and could take the answer with it.
    ::shutdown(fd(), SHUT_WR);
    buffer_.clear();
    return enter(State::kLingering, limits_->linger);
  }
  enter(State::kReading, buffer_.empty() ? limits_->idle : limits_->receive);
  if (!buffer_.empty()) advance();  // the next request may have come along with the last
}

void Connection::expire() {
  if (state_ == State::kReading && has_begun())
    refuse({408, "The request took too long to arrive."});
  else
    state_ = State::kClosed;
}

void Connection::refuse(const Refusal& refusal) {
  head_.reset();
  queue_answer(refusal_bytes(refusal), false);
}

}  // namespace vankien::http
