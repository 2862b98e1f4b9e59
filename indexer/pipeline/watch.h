#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace vankien {

struct WatchOptions {
  std::vector<std::filesystem::path> sources;
  std::filesystem::path home;
  std::filesystem::path self;             ///< this program, which `update` is started with
  std::vector<std::string> update_words;  ///< further options of each update
  std::chrono::milliseconds quiet{5000};  ///< nothing must have happened for so long before an update
  std::chrono::milliseconds scan{std::chrono::minutes(15)};  ///< and so often all files are looked at anyway
};

/// Keeps an index fresh until SIGTERM or SIGINT: updates at once, then whenever something below the sources changed and has
/// been quiet (or keeps changing for ten times as long), and every `scan` for what the kernel does not tell. An update is
/// a process of its own, so between updates nobody holds the lock; one that fails is told by itself and tried again, later
/// each time, up to five minutes. A signal ends a running update, too: nothing of it is published then.
/// Throws std::runtime_error: a source does not exist, the home lies in one, no inotify.
void watch(const WatchOptions& options);

}  // namespace vankien
