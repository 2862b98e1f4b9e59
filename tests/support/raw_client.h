#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace vankien::test {

/// One connection to a server on this machine that sends exactly the bytes it is told to.
///   RawClient client(port);
///   client.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
///   client.read_reply().status;
class RawClient {
 public:
  struct Reply {
    int status = 0;
    std::string head;
    std::string body;

    /// Value of a header by its name as it is written, or "".
    std::string header(const std::string& name) const {
      const std::size_t at = head.find("\r\n" + name + ": ");
      if (at == std::string::npos) return "";
      const std::size_t begin = at + name.size() + 4;
      return head.substr(begin, head.find("\r\n", begin) - begin);
    }
  };

  explicit RawClient(int port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd_ < 0 || ::connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("cannot connect");
  }
  ~RawClient() { ::close(fd_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  int fd() const { return fd_; }

  /// False if the server has closed meanwhile.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }

  /// The next answer; throws if the connection ends before it does. An answer to HEAD has no body.
  Reply read_reply(bool head_only = false) {
    Reply reply;
    for (std::size_t end = buffer_.find("\r\n\r\n"); end == std::string::npos; end = buffer_.find("\r\n\r\n"))
      if (!receive()) throw std::runtime_error("closed before an answer: " + buffer_);
    reply.head = buffer_.substr(0, buffer_.find("\r\n\r\n") + 2);
    buffer_.erase(0, reply.head.size() + 2);
    reply.status = std::atoi(reply.head.substr(9, 3).c_str());
    if (head_only || reply.status == 100) return reply;
    const auto length = static_cast<std::size_t>(std::atol(reply.header("Content-Length").c_str()));
    while (buffer_.size() < length)
      if (!receive()) throw std::runtime_error("closed within an answer");
    reply.body = buffer_.substr(0, length);
    buffer_.erase(0, length);
    return reply;
  }

  /// Everything until the server closes; what has been read and not used comes first.
  std::string read_to_end() {
    while (receive()) {
    }
    return std::move(buffer_);
  }

 private:
  bool receive() {
    pollfd readable = {fd_, POLLIN, 0};
    constexpr int kFiveMinutes = 300'000;  // it hangs; what is only slow is waited for
    if (::poll(&readable, 1, kFiveMinutes) != 1) throw std::runtime_error("the server said nothing for 5 minutes");
    std::array<char, 65536> bytes;
    const ssize_t n = ::recv(fd_, bytes.data(), bytes.size(), 0);
    if (n <= 0) return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(n));
    return true;
  }

  int fd_;
  std::string buffer_;
};

}  // namespace vankien::test
