#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vankien::http {

/// A fixed number of threads and a queue that does not grow without end.
///   WorkerPool pool(64, 256);
///   if (!pool.submit(job)) …tell the client to come back later…
class WorkerPool {
 public:
  WorkerPool(std::size_t threads, std::size_t queue);
  /// Finishes what is queued.
  ~WorkerPool();

  /// False if the queue is full; the job has not been taken then. Jobs must not throw.
  bool submit(std::function<void()> job);
  /// For what goes on with something begun: taken even if the queue is full.
  void submit_always(std::function<void()> job);

 private:
  void work(const std::stop_token& stop);

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable_any ready_;
  std::deque<std::function<void()>> jobs_;
  std::vector<std::jthread> threads_;
};

}  // namespace vankien::http
