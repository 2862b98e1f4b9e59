#include "searchd/http/worker_pool.h"

#include <algorithm>

#include "searchd/files/at_once.h"

namespace vankien::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue)
    : most_long_(std::max<std::size_t>(1, threads / 2)) {
  row(Work::kShort) = {{}, queue, threads, 0};
  row(Work::kLong) = {{}, queue, most_long_, 0};
  const std::size_t most_files = std::clamp<std::size_t>(most_long_ - 1, 1, kFilesAtOnce);
  row(Work::kFile) = {{}, std::min(queue, kMostFiles), most_files, 0};
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  ready_.notify_all();
  threads_.clear();
}

bool WorkerPool::submit(Work work, std::function<void()> job) {
  {
    const std::scoped_lock lock(mutex_);
    if (row(work).jobs.size() >= row(work).most_waiting) return false;
    put(work, std::move(job));
  }
  ready_.notify_one();
  return true;
}

void WorkerPool::submit_always(Work work, std::function<void()> job) {
  {
    const std::scoped_lock lock(mutex_);
    put(work, std::move(job));
  }
  ready_.notify_one();
}

void WorkerPool::put(Work work, std::function<void()> job) {
  row(work).jobs.push_back({jobs_++, std::move(job)});
}

bool WorkerPool::may_begin(Work work) {
  const Row& own = row(work);
  if (own.jobs.empty() || own.running >= own.most_running) return false;
  return work == Work::kShort || row(Work::kLong).running + row(Work::kFile).running < most_long_;
}

/// The row whose turn it is; nullptr if no job may begin now.
WorkerPool::Row* WorkerPool::next() {
  Row* first = nullptr;
  for (const Work work : {Work::kShort, Work::kLong, Work::kFile})
    if (may_begin(work) && (first == nullptr || row(work).jobs.front().number < first->jobs.front().number))
      first = &row(work);
  return first;
}

void WorkerPool::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    Row* const row = next();
    if (row == nullptr) {
      // What must wait for another to end is begun by whoever ends that one.
      if (ending_) return;
      ready_.wait(lock);
      continue;
    }
    Job job = std::move(row->jobs.front());
    row->jobs.pop_front();
    ++row->running;
    lock.unlock();
    job.run();
    job.run = nullptr;  // what it holds goes before another begins
    lock.lock();
    --row->running;
  }
}

}  // namespace vankien::http
