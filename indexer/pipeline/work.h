#pragma once

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/ledger/ledger.h"
#include "indexer/scan/scan.h"

namespace vankien {

/// What has happened so far in a run; read by the progress bar while workers add.
struct RunCounts {
  std::atomic<std::uint64_t> files_found{0};
  std::atomic<std::uint64_t> files_read{0};  ///< that gave at least one document, or none without failing
  std::atomic<std::uint64_t> documents{0};
  std::atomic<std::uint64_t> unchanged{0};  ///< files
  std::atomic<std::uint64_t> moved{0};      ///< files whose documents went with them, unread
  std::atomic<std::uint64_t> copies{0};     ///< files not read because another holds the same
  std::atomic<std::uint64_t> failed{0};     ///< files and single records
  std::atomic<std::uint64_t> removed{0};    ///< documents of vanished files or records
  std::atomic<std::uint64_t> bytes{0};
  std::atomic<std::uint64_t> ocr_pages_read{0};    ///< by the engine
  std::atomic<std::uint64_t> ocr_pages_cached{0};  ///< found in the cache instead
  std::atomic<std::uint64_t> files_expected{0};    ///< by a first look at the sources; 0 = none was taken
  std::atomic<std::uint64_t> source_bytes_expected{0};  ///< their size
  std::atomic<std::uint64_t> source_bytes{0};           ///< of files and lines that are done with
  std::atomic<std::uint64_t> taken_up_bytes{0};         ///< of them, those that an interrupted run had read
  std::atomic<const char*> doing{"reading"};            ///< what goes on: reading, merging, verifying
  std::atomic<std::uint64_t> taken_up{0};               ///< documents that an interrupted run had read

  /// For the last words of a run that publishes nothing, and so leaves nothing in the ledger.
  static constexpr std::size_t kFirstFailures = 10;
  std::mutex first_failures_mutex;
  std::vector<Failure> first_failures;

  void note(const Failure& failure) {
    ++failed;
    const std::scoped_lock lock(first_failures_mutex);
    if (first_failures.size() < kFirstFailures) first_failures.push_back(failure);
  }
};

/// One source file on its way through the workers. Its lines may be read by several, each holding a share;
/// whoever lets go of the last one closes the file's account.
struct FileInWork {
  SourceFile source;
  /// Of what is read; its lines are read meanwhile, since of a file of 110 MB that takes as long as a hundredth of the whole run.
  std::shared_future<std::string> content_hash;
  /// Waits for it; empty if the file could not be read.
  std::string known_hash() const;
  std::atomic<int> shares{1};
  std::atomic<std::int64_t> documents{0};
  std::atomic<std::int64_t> failures{0};
  std::atomic<std::int64_t> counted_bytes{0};  ///< of it, in RunCounts::source_bytes
  std::atomic<bool> retry{false};  ///< failed for a reason that may pass, or changed while it was read
  std::optional<Failure> failure;  ///< of the file as a whole
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  std::set<std::uint64_t> done_lines;  ///< first lines of the groups that an interrupted run had read
};

/// A piece of work for one worker: a whole file, or some lines of a .jsonl.
struct Task {
  std::shared_ptr<FileInWork> file;
  std::vector<std::string> lines;  ///< empty = the whole file
  std::uint64_t first_line = 0;    ///< 1 = the file's first
  std::size_t bytes = 0;           ///< of the lines
};

}  // namespace vankien
