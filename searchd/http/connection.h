#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "searchd/http/request_head.h"
#include "searchd/http/socket.h"
#include "searchd/http/work.h"

namespace vankien::http {

/// Bounds of one connection.
struct Limits {
  std::size_t max_body = 1024 * 1024;         ///< bytes
  std::size_t max_documents_body = 64 << 20;  ///< bytes, of a request that brings documents
  /// Whether a request brings documents, with a key that may. Nobody else's large body is even received.
  std::function<bool(const RequestHead& head)> brings_documents = {};
  std::size_t max_file_body = 16 << 20;  ///< bytes, of a request that sends a file to have it read
  std::function<bool(const RequestHead& head)> sends_file = {};
  std::chrono::milliseconds idle{15'000};     ///< between requests
  std::chrono::milliseconds receive{10'000};  ///< from the first byte of a request to its last
  std::chrono::milliseconds send{30'000};     ///< for a whole answer, or a piece of a streamed one
  std::chrono::milliseconds linger{1'000};    ///< for the client to read a refusal while it is still sending
};

/// One client's socket and how far its present request or answer has got. Never blocks.
///
///   (read* Ready (queue_answer (write* (Drained refill write*)*)))*
class Connection {
 public:
  enum class State {
    kReading,    ///< waits for (more of) a request
    kReady,      ///< a whole request is here: take_request
    kAnswering,  ///< somebody works on the answer
    kWriting,    ///< the answer is not all sent yet
    kDrained,    ///< what there was of a streamed answer is sent: refill
    kLingering,  ///< all is said; what still comes in is thrown away until the client closes
    kClosed,
  };

  Connection(Socket socket, const Limits& limits);

  int fd() const { return socket_.fd(); }
  State state() const { return state_; }
  std::chrono::steady_clock::time_point deadline() const { return deadline_; }
  bool has_begun() const { return !buffer_.empty() || head_; }  ///< part of a request is here

  /// Takes what has come in. After it the state says what is next.
  void read();

  struct Request {
    RequestHead head;
    std::string body;
  };
  Request take_request();
  /// Of a request that is all here.
  const RequestHead& head() const { return *head_; }
  /// What kind of work it is, for the pieces of its answer too: of one who knows the routes.
  Work work = Work::kShort;
  /// Whether the client will take no answer: it has closed its end meanwhile.
  bool is_left() const;
  /// Forgets the request: the connection is closed.
  void give_up() { state_ = State::kClosed; }

  /// Makes the next bytes of a streamed answer, nothing at its end. Throws if it cannot go on.
  using Stream = std::function<std::optional<std::string>()>;

  /// Sends the bytes of an answer, as far as the socket takes them now; those of `stream` come behind them.
  void queue_answer(std::string bytes, bool keep_alive, Stream stream = {});
  void write();
  /// Makes more of a streamed answer: takes as long as that takes, so it is a worker's to do. Each piece has the time of
  /// an answer to be fetched. Closes the connection, and rethrows, if there is no more to be had.
  void refill();

  /// The time for what it is doing is up.
  void expire();
  /// Answers without a request having been read to its end, and closes.
  void refuse(const Refusal& refusal);

 private:
  void advance();
  std::size_t most_body(const RequestHead& head) const;
  void enter(State state, std::chrono::milliseconds time);
  void finish_answer();

  Socket socket_;
  const Limits* limits_;
  State state_ = State::kReading;
  std::chrono::steady_clock::time_point deadline_;
  std::string buffer_;               ///< received, not yet understood
  std::optional<RequestHead> head_;  ///< of the request whose body is awaited
  std::string out_;                  ///< still to be sent
  std::size_t sent_ = 0;
  bool keep_alive_ = false;
  Stream stream_;
};

/// The bytes of a short answer in the shape of every other error; closes the connection.
std::string refusal_bytes(const Refusal& refusal);

}  // namespace vankien::http
