#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vankien::http {

/// A fixed number of threads, and jobs that are done in the order they came. Long jobs hold no more than half of the threads:
/// beyond that they wait, and short ones that came later are done meanwhile. Neither queue grows without end.
///   WorkerPool pool(4, 256);
///   if (!pool.submit(WorkerPool::Kind::kShort, job)) …tell the client to come back later…
class WorkerPool {
 public:
  enum class Kind : std::uint8_t { kShort, kLong };

  /// `queue`: jobs of each kind that may wait.
  WorkerPool(std::size_t threads, std::size_t queue);
  /// Finishes what is queued.
  ~WorkerPool();

  /// False if the queue is full; the job has not been taken then. Jobs must not throw.
  bool submit(Kind kind, std::function<void()> job);
  /// For what goes on with something begun: taken even if the queue is full.
  void submit_always(Kind kind, std::function<void()> job);

 private:
  struct Job {
    std::uint64_t number = 0;  ///< in the order they came
    std::function<void()> run;
  };
  void put(Kind kind, std::function<void()> job);
  std::deque<Job>* next();
  void work();

  const std::size_t capacity_;
  const std::size_t most_long_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Job> short_, long_;
  std::uint64_t jobs_ = 0;  ///< that ever came
  std::size_t long_running_ = 0;
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace vankien::http
