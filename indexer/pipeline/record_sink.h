#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>

#include "analyzers/schema/record.h"
#include "indexer/generations/disk_space.h"
#include "indexer/ledger/run_journal.h"
#include "indexer/pipeline/attempt.h"
#include "indexer/pipeline/work.h"
#include "indexer/writer/update_writer.h"

namespace vankien {

/// Where a worker puts its records. Exceptions from here end the run: nothing is published.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual void add(const Record& record) = 0;
  /// All records of this piece of a file have been added.
  virtual void finish_unit(DoneUnit) {}
  /// All records of a file have been added.
  virtual void finish_file(FileInWork&) {}
  /// The worker has no more work.
  virtual void finish() {}
};

/// For a reindex: the worker's own databases, committed and told to the journal every 250 documents,
/// `commit_bytes` of text or 30 seconds, but only when room is left on the disk.
std::unique_ptr<RecordSink> make_shard_sink(Attempt& attempt, unsigned worker, const DiskReserve& disk,
                                            std::size_t commit_bytes);

/// For an update: all workers write into one copy, one at a time. `open` gives the writer, made at the first
/// change.
class UpdateSinks {
 public:
  explicit UpdateSinks(std::function<UpdateWriter&()> open) : open_(std::move(open)) {}
  std::unique_ptr<RecordSink> make(RunCounts& counts);
  /// How many documents the vanished file had.
  std::size_t remove_file(const std::string& path);
  void rekey(const std::vector<Rekey>& changes);

 private:
  friend class UpdateSink;
  std::mutex mutex_;
  std::function<UpdateWriter&()> open_;
};

}  // namespace vankien
