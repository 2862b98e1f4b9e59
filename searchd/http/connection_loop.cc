#include "searchd/http/connection_loop.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "searchd/http/log.h"

namespace vankien::http {
namespace {

constexpr int kTickMilliseconds = 100;
using State = Connection::State;

std::size_t threads_of(const Capacity& capacity) {
  return capacity.threads != 0 ? capacity.threads : std::max(1u, std::thread::hardware_concurrency()) + 2;
}

}  // namespace

ConnectionLoop::ConnectionLoop(const Limits& limits, const Capacity& capacity, Answer answer)
    : limits_(limits),
      max_connections_(capacity.connections),
      work_of_(capacity.work_of),
      answer_(std::move(answer)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      pool_(threads_of(capacity), capacity.queue) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = wake_.fd();
  if (epoll_.fd() < 0 || wake_.fd() < 0 || ::epoll_ctl(epoll_.fd(), EPOLL_CTL_ADD, wake_.fd(), &event) != 0)
    throw std::system_error(errno, std::generic_category(), "epoll");
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

ConnectionLoop::~ConnectionLoop() {
  thread_.request_stop();
  wake();
}

void ConnectionLoop::add(Socket socket) {
  {
    const std::scoped_lock lock(mutex_);
    incoming_.push_back(std::move(socket));
  }
  wake();
}

bool ConnectionLoop::drain(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  draining_ = true;
  wake();
  return all_done_.wait_for(lock, time, [&] { return drained_; });
}

bool ConnectionLoop::is_draining() {
  const std::scoped_lock lock(mutex_);
  return draining_;
}

void ConnectionLoop::wake() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(wake_.fd(), &one, sizeof one);
}

void ConnectionLoop::run(const std::stop_token& stop) {
  auto next_tick = std::chrono::steady_clock::now();
  while (!stop.stop_requested()) {
    std::array<epoll_event, 256> events;
    const int count =
        ::epoll_wait(epoll_.fd(), events.data(), static_cast<int>(events.size()), kTickMilliseconds);
    for (int i = 0; i < count; ++i) {
      const int fd = events[static_cast<std::size_t>(i)].data.fd;
      if (fd == wake_.fd()) {
        std::uint64_t ignored = 0;
        [[maybe_unused]] const ssize_t got = ::read(fd, &ignored, sizeof ignored);
      } else if (const auto entry = connections_.find(fd); entry != connections_.end()) {
        serve(entry);
      }
    }
    take_incoming();
    if (const auto now = std::chrono::steady_clock::now(); now >= next_tick) {
      expire_old();
      next_tick = now + std::chrono::milliseconds(kTickMilliseconds);
    }
    close_idle();
  }
}

void ConnectionLoop::take_incoming() {
  std::vector<Socket> incoming;
  std::vector<std::unique_ptr<Connection>> returned;
  {
    const std::scoped_lock lock(mutex_);
    incoming.swap(incoming_);
    returned.swap(returned_);
  }
  for (auto& connection : returned) {
    const int fd = connection->fd();
    settle(connections_.emplace(fd, std::move(connection)).first);
  }
  for (Socket& socket : incoming) accept_one(std::move(socket));
}

void ConnectionLoop::accept_one(Socket socket) {
  auto connection = std::make_unique<Connection>(std::move(socket), limits_);
  const auto [entry, added] = connections_.emplace(connection->fd(), std::move(connection));
  watch(*entry->second, EPOLL_CTL_ADD);
  std::size_t elsewhere = 0;
  {
    const std::scoped_lock lock(mutex_);
    elsewhere = answering_ + returned_.size();
  }
  if (connections_.size() + elsewhere > max_connections_ && !close_one_waiting(*entry->second))
    entry->second->refuse({503, "Too many connections. Retry later."});
  settle(entry);
}

void ConnectionLoop::serve(Connections::iterator entry) {
  Connection& connection = *entry->second;
  if (connection.state() == State::kWriting)
    connection.write();
  else
    connection.read();
  settle(entry);
}

/// Does what the connection's state asks for: forget it, answer its request, or wait for its next event.
void ConnectionLoop::settle(Connections::iterator entry) {
  answer_instantly(*entry->second);
  const State state = entry->second->state();
  if (state == State::kClosed) {
    connections_.erase(entry);  // closing the descriptor takes it out of the epoll set
  } else if (state == State::kReady || state == State::kDrained) {
    std::unique_ptr<Connection> connection = std::move(entry->second);
    connections_.erase(entry);
    if (state == State::kReady)
      dispatch(std::move(connection));
    else
      refill(std::move(connection));
  } else {
    watch(*entry->second, EPOLL_CTL_MOD);
  }
}

// To wake a worker costs more than the answer: GET /health took 40 µs of processor time at eight connections, so it takes 20. One at
// a time of a connection: what else it has sent waits for a worker, as others' requests do.
void ConnectionLoop::answer_instantly(Connection& connection) {
  const auto look = [&] {
    if (connection.state() != State::kReady) return false;
    connection.work = work_of_ ? work_of_(connection.head()) : Work::kShort;
    return connection.work == Work::kInstant;
  };
  if (!look()) return;
  answer(connection);
  if (look()) connection.work = Work::kShort;
}

void ConnectionLoop::answer(Connection& connection) {
  const bool draining = is_draining();
  Connection::Request request = connection.take_request();
  Bytes answer = answer_(request.head, std::move(request.body), request.head.keep_alive && !draining);
  connection.queue_answer(std::move(answer.bytes), answer.keep_alive, std::move(answer.stream));
}

void ConnectionLoop::dispatch(std::unique_ptr<Connection> connection) {
  {
    const std::scoped_lock lock(mutex_);
    ++answering_;
  }
  // Shared because a job must be copyable; there is only ever one owner at a time.
  const auto shared = std::make_shared<std::unique_ptr<Connection>>(std::move(connection));
  const bool taken = pool_.submit((*shared)->work, [this, shared] {
    // Who has closed the connection waits for nothing; long work is not begun for nobody. An answer that takes milliseconds is
    // also given to those that close only their own end.
    if ((*shared)->work != Work::kShort && (*shared)->is_left()) {
      (*shared)->give_up();
      return give_back(std::move(*shared));
    }
    answer(**shared);
    give_back(std::move(*shared));
  });
  if (taken) return;
  (*shared)->refuse({503, "Too many requests are running. Retry later."});
  give_back(std::move(*shared));
}

/// A piece at a time, in turn with the requests of its kind: a long answer holds a worker no longer than a piece takes, and
/// none while its reader is slow.
void ConnectionLoop::refill(std::unique_ptr<Connection> connection) {
  {
    const std::scoped_lock lock(mutex_);
    ++answering_;
  }
  const auto shared = std::make_shared<std::unique_ptr<Connection>>(std::move(connection));
  pool_.submit_always((*shared)->work, [this, shared] {
    try {
      (*shared)->refill();
    } catch (...) {
      log_exception("-", std::current_exception());
    }
    give_back(std::move(*shared));
  });
}

void ConnectionLoop::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::scoped_lock lock(mutex_);
    --answering_;
    returned_.push_back(std::move(connection));
  }
  wake();
}

// For one event: then the socket stays in the set, silent, while its connection is with a worker, and a request costs one
// call to watch for the next instead of three.
void ConnectionLoop::watch(const Connection& connection, int operation) {
  epoll_event event{};
  event.events = (connection.state() == State::kWriting ? EPOLLOUT : EPOLLIN) | EPOLLONESHOT;
  event.data.fd = connection.fd();
  ::epoll_ctl(epoll_.fd(), operation, connection.fd(), &event);
}

}  // namespace vankien::http
