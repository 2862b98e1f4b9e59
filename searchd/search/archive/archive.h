#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace vankien {

class Snapshot;

/// The home folder of an archive, seen by a reader: always holds the newest generation that opened well,
/// and moves to a new one by itself. Requests keep the snapshot they began with.
///   Archive archive(home);          // throws std::runtime_error if there is no published generation
///   auto snapshot = archive.current();
///   search(*snapshot, clearance, query);
class Archive {
 public:
  explicit Archive(std::filesystem::path home,
                   std::chrono::milliseconds poll = std::chrono::milliseconds(500));
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  std::shared_ptr<const Snapshot> current() const;
  /// Looks for a new generation now instead of at the next poll; one that does not open is logged and tried
  /// again.
  void refresh();

 private:
  void watch(const std::stop_token& stop);

  std::filesystem::path home_;
  std::chrono::milliseconds poll_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> snapshot_;
  std::mutex opening_;   ///< one opens at a time; requests go on meanwhile
  std::string refused_;  ///< the generation that did not open, reported once
  std::jthread watcher_;
};

}  // namespace vankien
