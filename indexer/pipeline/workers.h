#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "indexer/ledger/ledger.h"
#include "indexer/ledger/run_journal.h"
#include "indexer/pipeline/account.h"
#include "indexer/pipeline/bounded_queue.h"
#include "indexer/pipeline/ocr_reader.h"
#include "indexer/pipeline/read_document.h"
#include "indexer/pipeline/record_sink.h"
#include "indexer/pipeline/run.h"
#include "indexer/pipeline/unpack_room.h"
#include "indexer/pipeline/work.h"

namespace vankien {

/// Hands one scanned file to the workers.
using Feed = std::function<void(SourceFile)>;

/// The crew of a run: the calling thread scans and feeds, workers read files into records and put them into
/// their sinks. What is wrong with one file or record goes to the ledger and the run goes on; what is wrong
/// with the index ends it.
class Workers {
 public:
  Workers(const RunOptions& options, Ledger& ledger, RunCounts& counts);

  /// Returns when all work is done. Rethrows the first exception of the producer or of a sink.
  void run(const std::function<void(const Feed&)>& produce,
           const std::function<std::unique_ptr<RecordSink>(unsigned worker)>& make_sink);

  OcrReader& ocr() { return ocr_; }
  const MemoryBudget& budget() const { return budget_; }

  /// Before run(): what this journal knows is not read again.
  void take_up(RunJournal& journal) { journal_ = &journal; }

 private:
  void feed(SourceFile file);
  void check_unchanged(FileInWork& file);
  void feed_lines(const std::shared_ptr<FileInWork>& file);
  void take_apart(FileInWork& file, RecordSink& sink, DoneUnit unit);
  void work(RecordSink& sink);
  void do_task(Task& task, RecordSink& sink);
  bool skip_done(FileInWork& file);
  void add(ReadDocument document, const std::string& place, FileInWork& file, RecordSink& sink,
           DoneUnit& unit);
  void let_go(FileInWork& file, RecordSink& sink);
  void stop(std::exception_ptr error);

  const RunOptions& options_;
  MemoryBudget budget_;
  ExtractLimits limits_;
  Ledger& ledger_;
  RunCounts& counts_;
  Account account_;
  OcrReader ocr_;
  BoundedQueue<Task> queue_;
  UnpackRoom room_;
  std::mutex mutex_;
  RunJournal* journal_ = nullptr;
  std::exception_ptr error_;
};

}  // namespace vankien
