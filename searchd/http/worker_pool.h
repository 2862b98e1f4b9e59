#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "searchd/http/work.h"

namespace vankien::http {

/// A fixed number of threads, and jobs that are done in the order they came. Long jobs hold no more than half of the threads,
/// those that read a file one less, so that a list is exported while files wait: beyond that they wait, and others that came
/// later are done meanwhile. No row of waiting ones grows without end; that of files is short, each may take half a minute.
///   WorkerPool pool(4, 256);
///   if (!pool.submit(Work::kShort, job)) …tell the client to come back later…
class WorkerPool {
 public:
  static constexpr std::size_t kMostFiles = 16;  ///< that wait

  /// `queue`: jobs of each kind that may wait.
  WorkerPool(std::size_t threads, std::size_t queue);
  /// Finishes what is queued.
  ~WorkerPool();

  /// False if the queue is full; the job has not been taken then. Jobs must not throw.
  bool submit(Work work, std::function<void()> job);
  /// For what goes on with something begun: taken even if the queue is full.
  void submit_always(Work work, std::function<void()> job);

 private:
  struct Job {
    std::uint64_t number = 0;  ///< in the order they came
    std::function<void()> run;
  };
  /// The jobs of one kind of work.
  struct Row {
    std::deque<Job> jobs;
    std::size_t most_waiting = 0;
    std::size_t most_running = 0;
    std::size_t running = 0;
  };
  Row& row(Work work) { return rows_[static_cast<std::size_t>(work)]; }
  void put(Work work, std::function<void()> job);
  bool may_begin(Work work);
  Row* next();
  void run();

  const std::size_t most_long_;  ///< files among them
  std::mutex mutex_;
  std::condition_variable ready_;
  std::array<Row, 3> rows_;  ///< by work
  std::uint64_t jobs_ = 0;   ///< that ever came
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace vankien::http
