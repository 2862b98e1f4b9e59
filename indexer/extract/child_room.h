#pragma once

#include <atomic>
#include <cstddef>
#include <mutex>
#include <shared_mutex>

#include "indexer/extract/extract.h"

namespace vankien {

/// The memory that the children of all threads of this process have in common: many of them side by side, or one alone.
class ChildRoom {
 public:
  static ChildRoom& of_process();

  /// What a lone child may have from now on, in addresses; 0 = no child is started alone.
  void give_a_lone_child(std::size_t bytes) { lone_bytes_ = bytes; }
  std::size_t lone_bytes() const { return lone_bytes_; }

  /// Held while a child runs beside others.
  std::shared_lock<std::shared_mutex> share() {
    const std::scoped_lock behind_who_waits_to_be_alone(door_);
    return std::shared_lock(children_);
  }
  /// Held while a child runs alone; waits for those that run.
  std::unique_lock<std::shared_mutex> be_alone() {
    const std::scoped_lock door(door_);
    return std::unique_lock(children_);
  }

 private:
  std::mutex door_;
  std::shared_mutex children_;
  std::atomic<std::size_t> lone_bytes_{0};
};

/// Whether a child that was given more memory may fare better. Parsers that find none say it in many ways: by abort, or
/// by taking the file for damaged.
bool may_want_memory(const ExtractError& error);

/// Calls start(limits), which starts a child and waits for it. If that may have failed for want of memory, and a
/// lone child may have more, start is called once more with that much, while no other child runs:
///
///     return in_child_room(limits, [&](const ExtractLimits& given) { return ask_child(program, arguments, given); });
///
/// So a run with little memory still reads many small files at a time, and the few large ones by themselves.
template <typename Start>
auto in_child_room(const ExtractLimits& limits, const Start& start) {
  ChildRoom& room = ChildRoom::of_process();
  try {
    const auto held = room.share();
    return start(limits);
  } catch (const ExtractError& error) {
    if (room.lone_bytes() <= limits.memory_bytes || !may_want_memory(error)) throw;
  }
  ExtractLimits alone = limits;
  alone.memory_bytes = room.lone_bytes();
  const auto held = room.be_alone();
  return start(alone);
}

}  // namespace vankien
