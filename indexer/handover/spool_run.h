#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "indexer/handover/inbox.h"
#include "indexer/ledger/handed_over.h"
#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/run.h"

namespace vankien {

/// What taking the spool in came to.
struct SpoolResult {
  std::uint64_t tasks = 0;
  std::uint64_t failed = 0;      ///< of them; what was wrong stands in the task, for those who handed it over
  std::uint64_t documents = 0;   ///< put in
  std::uint64_t removed = 0;     ///< taken out
  std::uint64_t generation = 0;  ///< published; 0 = none of the tasks changed anything
};

/// Takes in what waits in the spool, at most one batch of it, and publishes a generation. Nothing waits, or there is no
/// archive yet: nothing happens, unless the list of documents is to be applied anew (a rollback marks it): then the index
/// is made what the list says first, and the mark goes with the list's next commit, after the publication. Killed at any moment, a task has been taken in whole and once, or waits on: first the
/// generation is published, then the list of documents committed together with the outcomes, then the outcomes go to
/// the spool. Whoever dies between the first two does the same again, with the same result.
/// A batch may empty the archive: it was asked to. Throws as update does.
SpoolResult take_spool_in(const RunOptions& options);

/// What take_spool_in puts off, since somebody waits for each task: databases whose tables have grown by half are written
/// anew, and a generation with the same documents is published. Its number; 0 if nothing was due. Throws as update does.
std::uint64_t rewrite_outgrown(const RunOptions& options);

/// The documents that were handed over, as one more source of a reindex: what waits in the spool is taken in first.
///   HandedOverSource handed_over(options);  …  handed_over.index(shards / "handed-over", ledger, counts);
///   (publish)  handed_over.commit();
/// Without commit() the spool is as it was. For the holder of the home's lock.
class HandedOverSource {
 public:
  explicit HandedOverSource(const RunOptions& options);
  /// Writes them all into databases of their own: `shards` is a folder beside those of the workers, who are done. Which
  /// of them give way to documents of files is found later (find_duplicates). Throws std::runtime_error, Xapian::Error.
  void index(const std::filesystem::path& shards, Ledger& ledger, RunCounts& counts);
  void commit();

 private:
  Inbox inbox_;
  HandedOverDocuments documents_;
};

}  // namespace vankien
