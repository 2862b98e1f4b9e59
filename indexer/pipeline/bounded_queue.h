#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace vankien {

/// A queue between one producer and several workers that never holds more than `capacity` items nor more than
/// `most_bytes` (one item alone may be larger), so that memory does not grow with the archive.
///   producer: push… close        workers: while (auto item = queue.pop()) …
/// After cancel() push returns false and pop nothing: a worker that failed stops the producer.
template <typename Item>
class BoundedQueue {
 public:
  BoundedQueue(std::size_t capacity, std::size_t most_bytes) : capacity_(capacity), most_bytes_(most_bytes) {}

  bool push(Item item, std::size_t bytes = 0) {
    std::unique_lock lock(mutex_);
    const auto has_room = [&] {
      return items_.size() < capacity_ && (items_.empty() || bytes_ + bytes <= most_bytes_);
    };
    changed_.wait(lock, [&] { return has_room() || cancelled_; });
    if (cancelled_) return false;
    items_.emplace_back(std::move(item), bytes);
    bytes_ += bytes;
    changed_.notify_all();
    return true;
  }

  std::optional<Item> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !items_.empty() || closed_ || cancelled_; });
    if (cancelled_ || items_.empty()) return std::nullopt;
    Item item = std::move(items_.front().first);
    bytes_ -= items_.front().second;
    items_.pop_front();
    changed_.notify_all();
    return item;
  }

  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  void cancel() {
    const std::scoped_lock lock(mutex_);
    cancelled_ = true;
    changed_.notify_all();
  }

 private:
  std::size_t capacity_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<Item, std::size_t>> items_;
  bool closed_ = false;
  bool cancelled_ = false;
};

}  // namespace vankien
