#include "indexer/pipeline/record_sink.h"

#include <chrono>

#include "indexer/extract/extract.h"
#include "indexer/writer/index_writer.h"

namespace vankien {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kDocumentsACommit = 250;
constexpr auto kTimeACommit = std::chrono::seconds(30);  // a scan may take minutes: not many are to be lost
// What a commit may write at most for a byte of text: words and pairs.
constexpr std::uint64_t kDiskForAByte = 16;

class ShardSink : public RecordSink {
 public:
  ShardSink(Attempt& attempt, unsigned worker, const DiskReserve& disk, std::size_t commit_bytes)
      : part_(attempt.part(worker)),
        journal_(attempt.journal()),
        disk_(disk),
        commit_bytes_(commit_bytes),
        writer_(attempt.shards() / part_) {}

  void add(const Record& record) override {
    for (const auto& page : record.pages) bytes_ += page.size();
    ++documents_;
    writer_.add(record);
    // In the middle of a file with many documents: what is committed here counts once the file is done.
    if (bytes_ >= commit_bytes_) commit();
  }

  void finish_unit(DoneUnit unit) override {
    units_.push_back(std::move(unit));
    if (documents_ >= kDocumentsACommit || Clock::now() - told_ >= kTimeACommit || committed_) tell();
  }

  void finish() override {
    tell();
    writer_.finish();
  }

 private:
  LastIds commit() {
    const DiskReserve::Claim claim(disk_, "writing", bytes_ * kDiskForAByte);
    bytes_ = 0;
    committed_ = true;
    return writer_.commit();
  }

  void tell() {
    if (!units_.empty()) journal_.tell(part_, commit(), units_);
    units_.clear();
    documents_ = 0;
    committed_ = false;
    told_ = Clock::now();
  }

  std::string part_;
  RunJournal& journal_;
  const DiskReserve& disk_;
  std::size_t commit_bytes_;
  ShardWriter writer_;
  std::vector<DoneUnit> units_;
  std::uint64_t documents_ = 0;
  std::uint64_t bytes_ = 0;
  bool committed_ = false;  // since the journal was told
  Clock::time_point told_ = Clock::now();
};

}  // namespace

class UpdateSink : public RecordSink {
 public:
  UpdateSink(UpdateSinks& sinks, RunCounts& counts) : sinks_(sinks), counts_(counts) {}

  void add(const Record& record) override {
    const std::scoped_lock lock(sinks_.mutex_);
    if (const auto other = sinks_.open_().put(record))
      throw ExtractError("duplicate_id", "id \"" + record.id + "\" belongs to a document of " + *other);
  }

  // Records that a changed file no longer has go. So do all of a changed file that cannot be read any more:
  // its new grade is not known, and an old version must not stay open that may have become a secret.
  void finish_file(FileInWork& file) override {
    const std::scoped_lock lock(sinks_.mutex_);
    counts_.removed += sinks_.open_().remove_others(file.source.path, file.ids);
  }

 private:
  UpdateSinks& sinks_;
  RunCounts& counts_;
};

std::unique_ptr<RecordSink> make_shard_sink(Attempt& attempt, unsigned worker, const DiskReserve& disk,
                                            std::size_t commit_bytes) {
  return std::make_unique<ShardSink>(attempt, worker, disk, commit_bytes);
}

std::unique_ptr<RecordSink> UpdateSinks::make(RunCounts& counts) {
  return std::make_unique<UpdateSink>(*this, counts);
}

std::size_t UpdateSinks::remove_file(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  return open_().remove_path(path);
}

void UpdateSinks::rekey(const std::vector<Rekey>& changes) {
  const std::scoped_lock lock(mutex_);
  if (!changes.empty()) open_().rekey(changes);
}

}  // namespace vankien
