#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "analyzers/schema/spool.h"

namespace vankien {

/// A task that waits. `problem` says what is wrong with its file, if the disk has damaged it; usually empty.
struct WaitingTask {
  Handover task;
  std::string problem;
};

/// The spool of an archive from the indexer's side (analyzers/schema/spool.h is its format).
/// For the holder of the home's lock. Throws std::runtime_error.
class Inbox {
 public:
  explicit Inbox(std::filesystem::path home) : home_(std::move(home)) {}

  /// Whether a task waits. Needs no lock.
  bool has_work() const;
  /// What waits, in the order it was accepted; no more tasks and bytes than a batch should have, but at least one task
  /// if any waits.
  std::vector<WaitingTask> waiting() const;
  /// Calls `take` for each line a task brought.
  void read_lines(const Handover& task, const std::function<void(const std::string& line)>& take) const;

  /// Puts the outcome of a task on disk (JSON on one line), then takes its work away.
  void finish(const std::vector<std::pair<std::uint64_t, std::string>>& outcomes) const;

 private:
  void forget_old() const;

  std::filesystem::path home_;
};

}  // namespace vankien
