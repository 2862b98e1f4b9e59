#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analyzers/schema/record.h"
#include "indexer/generations/disk_space.h"
#include "indexer/ledger/run_journal.h"
#include "indexer/pipeline/attempt.h"
#include "indexer/pipeline/work.h"
#include "indexer/writer/duplicate_ids.h"
#include "indexer/writer/update_writer.h"

namespace vankien {

/// Where a worker puts its records. Exceptions from here end the run: nothing is published.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  /// `place` in the file, as failures name it. Throws ExtractError if its id is another one's, which stays.
  virtual void add(const Record& record, const std::string& place, FileInWork& file) = 0;
  /// All records of this piece of a file have been added.
  virtual void finish_unit(DoneUnit) {}
  /// All records of a file have been added.
  virtual void finish_file(FileInWork&) {}
  /// The worker has no more work.
  virtual void finish() {}
};

/// For a reindex: the worker's own runs, written and told to the journal when they take three quarters of `run_bytes` of memory, or
/// after half a minute, but only when room is left on the disk.
std::unique_ptr<RecordSink> make_shard_sink(Attempt& attempt, unsigned worker, const DiskReserve& disk,
                                            std::size_t run_bytes);

/// For an update: all workers write into one copy, one at a time. `open` gives the writer, made at the first change.
///   sinks.expect(path of each file that will be read);  (make, add …)  sinks.note_losers(ledger, counts)
/// Of documents with the same id one is published whatever the order they come in: the one that outranks the others
/// (duplicate_ids.h), whether this update reads it or leaves its file alone.
class UpdateSinks {
 public:
  explicit UpdateSinks(std::function<UpdateWriter&()> open) : open_(std::move(open)) {}
  std::unique_ptr<RecordSink> make(RunCounts& counts);
  /// What the index holds of these is not what they hold now.
  void expect(const std::vector<SourceFile>& files);
  /// How many documents the vanished file had.
  std::size_t remove_file(const std::string& path);
  void rekey(const std::vector<Rekey>& changes);
  /// When all files are closed.
  void note_losers(Ledger& ledger, RunCounts& counts);

 private:
  friend class UpdateSink;
  /// A document of this update: some 150 bytes each.
  struct Met {
    Grade grade;
    const std::string* path;  ///< one of paths_
    std::string place;
  };
  void add(const Record& record, const std::string& place, const std::string& path);
  std::size_t remove_others(const std::string& path);
  static IdClaim claim_of(const Met& met, const std::string& id) {
    return {met.grade, id, *met.path, met.place};
  }

  std::mutex mutex_;
  std::function<UpdateWriter&()> open_;
  std::set<std::string> paths_;                     ///< of the files that are read
  std::unordered_map<std::string, Met> documents_;  ///< by id; those that are in the index now
  std::vector<IdClaim> losers_;
  std::vector<std::pair<IdClaim, IdClaim>> refused_;  ///< beside the one that is published already
};

}  // namespace vankien
