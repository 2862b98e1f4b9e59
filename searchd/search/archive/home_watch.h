#pragma once

#include <chrono>
#include <filesystem>

namespace vankien {

/// Wakes whoever waits for another generation as soon as a name in the home folder changes, which publishing ends with. On a
/// file system that tells nothing of it, time alone wakes.
///   HomeWatch watch(home);   …  watch.wait(500ms);   (from another thread)  watch.wake();
class HomeWatch {
 public:
  explicit HomeWatch(const std::filesystem::path& home);
  ~HomeWatch();
  HomeWatch(const HomeWatch&) = delete;
  HomeWatch& operator=(const HomeWatch&) = delete;

  /// Until something is renamed there, the time is up, or wake() was called.
  void wait(std::chrono::milliseconds time) const;
  void wake() const;

 private:
  int renames_ = -1;
  int wakes_ = -1;
};

}  // namespace vankien
