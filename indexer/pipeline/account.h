#pragma once

#include <string>

#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/run.h"
#include "indexer/pipeline/work.h"

namespace vankien {

/// What becomes of each file of a run: what is wrong with it or a piece of it, and in the end its row of the ledger.
/// Safe to call from several threads. Throws std::runtime_error of the ledger.
class Account {
 public:
  Account(Ledger& ledger, RunCounts& counts) : ledger_(ledger), counts_(counts) {}

  /// `place` empty: the whole file.
  void fail(FileInWork& file, const std::string& place, const std::string& code, const std::string& reason);
  void note_failure(FileInWork& file, const Failure& failure);
  /// Nobody works at the file any more.
  void close(const FileInWork& file);

 private:
  void note_copies(const FileInWork& file, const LedgerEntry& entry);

  Ledger& ledger_;
  RunCounts& counts_;
};

/// Whether what is wrong may be better the next time, with the same bytes.
bool is_passing(const std::string& code);

}  // namespace vankien
