#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "searchd/http/connection.h"
#include "searchd/http/worker_pool.h"

namespace vankien::http {

/// How much is done at once; what comes beyond is answered 503. A connection that does nothing gives way to a new one.
struct Capacity {
  /// 0: as many as there are processors, and two more for those that wait for the disk. With more of them a request shares its
  /// processor with all others instead of waiting for its turn: at 64 connections the slowest of a hundred took as long again.
  std::size_t threads = 0;
  std::size_t queue = 256;  ///< whole requests that wait for a thread, and as many that take long
  std::size_t connections = 4096;
  /// What a request may take: see WorkerPool; what is instant the loop answers itself, though all workers are taken.
  std::function<Work(const RequestHead& head)> work_of = {};
};

/// Reads requests and writes answers of all connections in one thread, so that slow and idle clients cost a
/// file descriptor and no worker; a worker is taken only for a request that is all here.
///
///   ConnectionLoop loop(limits, capacity, answer);
///   loop.add(socket);   // from any thread
///   loop.drain(5s);     // once, at the end
class ConnectionLoop {
 public:
  /// The bytes of an answer: all of them, or its head and what makes the others.
  struct Bytes {
    std::string bytes;
    Connection::Stream stream = {};
    bool keep_alive = true;  ///< false: the connection is closed behind it
  };
  /// Makes an answer. Runs in the pool or, if it is instant, in the loop; must not throw, its stream may.
  using Answer = std::function<Bytes(const RequestHead& head, std::string body, bool keep_alive)>;

  ConnectionLoop(const Limits& limits, const Capacity& capacity, Answer answer);
  ~ConnectionLoop();
  ConnectionLoop(const ConnectionLoop&) = delete;
  ConnectionLoop& operator=(const ConnectionLoop&) = delete;

  void add(Socket socket);

  /// Takes no new request, finishes those that are all here, closes the rest. False if some were not done in
  /// time.
  bool drain(std::chrono::milliseconds time);

 private:
  using Connections = std::unordered_map<int, std::unique_ptr<Connection>>;

  void run(const std::stop_token& stop);
  void take_incoming();
  void accept_one(Socket socket);
  bool close_one_waiting(const Connection& fresh);
  void serve(Connections::iterator entry);
  void settle(Connections::iterator entry);
  void answer_instantly(Connection& connection);
  void answer(Connection& connection);
  void dispatch(std::unique_ptr<Connection> connection);
  void refill(std::unique_ptr<Connection> connection);
  void give_back(std::unique_ptr<Connection> connection);
  void watch(const Connection& connection, int operation);
  void expire_old();
  void close_idle();
  bool is_draining();
  void wake() const;

  const Limits limits_;
  const std::size_t max_connections_;
  const std::function<Work(const RequestHead&)> work_of_;
  const Answer answer_;
  Socket epoll_, wake_;
  Connections connections_;  ///< only the loop's thread touches it; those being answered are not in it

  std::mutex mutex_;
  std::vector<Socket> incoming_;                       ///< new sockets
  std::vector<std::unique_ptr<Connection>> returned_;  ///< back from a worker
  std::size_t answering_ = 0;
  bool draining_ = false;
  bool drained_ = false;
  std::condition_variable all_done_;

  // Gone first, in this order from below: the loop hands out work, then the workers give back what they have.
  WorkerPool pool_;
  std::jthread thread_;
};

}  // namespace vankien::http
