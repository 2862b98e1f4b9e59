#include "searchd/http/worker_pool.h"

#include <algorithm>

namespace vankien::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue)
    : capacity_(queue), most_long_(std::max<std::size_t>(1, threads / 2)) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  ready_.notify_all();
  threads_.clear();
}

bool WorkerPool::submit(Kind kind, std::function<void()> job) {
  {
    const std::scoped_lock lock(mutex_);
    if ((kind == Kind::kLong ? long_ : short_).size() >= capacity_) return false;
    put(kind, std::move(job));
  }
  ready_.notify_one();
  return true;
}

void WorkerPool::submit_always(Kind kind, std::function<void()> job) {
  {
    const std::scoped_lock lock(mutex_);
    put(kind, std::move(job));
  }
  ready_.notify_one();
}

void WorkerPool::put(Kind kind, std::function<void()> job) {
  (kind == Kind::kLong ? long_ : short_).push_back({jobs_++, std::move(job)});
}

/// The queue whose turn it is; nullptr if no job may begin now.
std::deque<WorkerPool::Job>* WorkerPool::next() {
  const bool may_long = !long_.empty() && long_running_ < most_long_;
  if (may_long && (short_.empty() || long_.front().number < short_.front().number)) return &long_;
  return short_.empty() ? nullptr : &short_;
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    std::deque<Job>* const queue = next();
    if (queue == nullptr) {
      // A long job that must wait is begun by whoever ends another.
      if (ending_ && short_.empty() && long_.empty()) return;
      if (ending_ && long_running_ == most_long_) return;
      ready_.wait(lock);
      continue;
    }
    Job job = std::move(queue->front());
    queue->pop_front();
    const bool is_long = queue == &long_;
    long_running_ += is_long ? 1 : 0;
    lock.unlock();
    job.run();
    job.run = nullptr;  // what it holds goes before another begins
    lock.lock();
    long_running_ -= is_long ? 1 : 0;
  }
}

}  // namespace vankien::http
