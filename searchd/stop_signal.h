#pragma once

#include <functional>
#include <thread>

namespace vankien {

/// Turns SIGTERM and SIGINT into a call on an ordinary thread. Made before any other thread, whose signal
/// mask it sets. The first signal calls `stop`; a second one ends the process at once with status 1.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  /// Once.
  void call(std::function<void()> stop);

 private:
  int signals_ = -1;  ///< signalfd
  int end_ = -1;      ///< eventfd: the destructor's word to the thread
  std::jthread thread_;
};

}  // namespace vankien
