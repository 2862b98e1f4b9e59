#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/ledger/run_journal.h"
#include "indexer/pipeline/run.h"
#include "indexer/scan/scan.h"

namespace vankien {

/// What the documents of a file are made of: its content, the path they were born at, and the copies they tell of.
/// A unit that was read of another is read again.
std::string document_identity(const SourceFile& file, const std::string& content_hash);

/// One of the attempts it takes to read an archive whole: what the workers have durably written lies in
/// reindex.tmp of the home, with a journal beside it, and the next attempt takes it up.
///
///     reindex.tmp/journal.sqlite        what was read (indexer/ledger/run_journal.h)
///     reindex.tmp/shards/2-0-7/ …       the eighth part of worker 0 in the second attempt: runs (indexer/writer/run/run_format.h)
///
/// An earlier attempt is taken up only if this program, the versions of index and chain, the sources and the
/// bounds are the same, and of its parts those that hold no document of a file whose size, time or content changed. A damaged
/// journal is none. A death at any
/// moment, in here too, leaves something that can be taken up again.
class Attempt {
 public:
  /// The caller holds the HomeLock. `options.fresh` throws away what there is.
  Attempt(const RunOptions& options, const std::vector<Source>& sources,
          const std::vector<SourceFile>& files);

  bool is_first() const { return number_ == 1; }
  RunJournal& journal() { return *journal_; }
  std::filesystem::path shards() const { return folder_ / "shards"; }
  /// The name of a worker's part, told to the journal as a whole, and its folder below shards().
  std::string part(unsigned worker, unsigned number) const;

  /// It is published, or must not be taken up: nothing is left.
  void remove();

 private:
  bool take_up(const std::string& identity, const std::vector<SourceFile>& files);
  void keep_what_is_wanted(const std::vector<SourceFile>& files);

  std::filesystem::path folder_;
  std::unique_ptr<RunJournal> journal_;
  unsigned number_ = 1;
};

}  // namespace vankien
