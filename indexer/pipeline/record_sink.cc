#include "indexer/pipeline/record_sink.h"

#include <chrono>

#include "indexer/extract/extract.h"
#include "indexer/pipeline/id_loser.h"
#include "indexer/writer/index_writer.h"

namespace vankien {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kTimeAPart = std::chrono::seconds(30);  // a scan may take minutes: not many are to be lost

class ShardSink : public RecordSink {
 public:
  ShardSink(Attempt& attempt, unsigned worker, const DiskReserve& disk, std::size_t run_bytes)
      : attempt_(attempt), worker_(worker), disk_(disk), run_bytes_(run_bytes) {}

  void add(const Record& record, const std::string& place, FileInWork&) override {
    writer().add(record, place);
    if (!writer().is_full()) return;
    // In the middle of a file with many documents: it counts once the file is done.
    const DiskReserve::Claim claim(disk_, "writing", writer().gathered());
    writer().write();
    due_ = true;
  }

  void finish_unit(DoneUnit unit) override {
    units_.push_back(std::move(unit));
    if (due_ || Clock::now() - told_ >= kTimeAPart || writer().gathered() >= run_bytes_ / 4 * 3) tell();
  }

  void finish() override { tell(); }

 private:
  ShardWriter& writer() {
    if (!writer_)
      writer_ =
          std::make_unique<ShardWriter>(attempt_.shards() / attempt_.part(worker_, number_), run_bytes_);
    return *writer_;
  }

  void tell() {
    const DiskReserve::Claim claim(disk_, "writing", writer().gathered());
    const LastIds documents = writer().finish();
    if (!units_.empty()) attempt_.journal().tell(attempt_.part(worker_, number_), documents, units_);
    writer_.reset();
    ++number_;
    units_.clear();
    due_ = false;
    told_ = Clock::now();
  }

  Attempt& attempt_;
  unsigned worker_;
  const DiskReserve& disk_;
  std::size_t run_bytes_;
  unsigned number_ = 0;  ///< of the part that is being gathered
  std::unique_ptr<ShardWriter> writer_;
  std::vector<DoneUnit> units_;
  bool due_ = false;  ///< the part has runs already
  Clock::time_point told_ = Clock::now();
};

}  // namespace

class UpdateSink : public RecordSink {
 public:
  UpdateSink(UpdateSinks& sinks, RunCounts& counts) : sinks_(sinks), counts_(counts) {}

  void add(const Record& record, const std::string& place, FileInWork& file) override {
    sinks_.add(record, place, file.source.path);
  }

  // Records that a changed file no longer has go. So do all of a changed file that cannot be read any more:
  // its new grade is not known, and an old version must not stay open that may have become a secret.
  void finish_file(FileInWork& file) override { counts_.removed += sinks_.remove_others(file.source.path); }

 private:
  UpdateSinks& sinks_;
  RunCounts& counts_;
};

std::unique_ptr<RecordSink> make_shard_sink(Attempt& attempt, unsigned worker, const DiskReserve& disk,
                                            std::size_t run_bytes) {
  return std::make_unique<ShardSink>(attempt, worker, disk, run_bytes);
}

std::unique_ptr<RecordSink> UpdateSinks::make(RunCounts& counts) {
  return std::make_unique<UpdateSink>(*this, counts);
}

void UpdateSinks::expect(const std::vector<SourceFile>& files) {
  for (const auto& file : files) paths_.insert(file.path);
}

// One that is not published is left to note_losers(): only then is it known which one is.
void UpdateSinks::add(const Record& record, const std::string& place, const std::string& path) {
  const std::scoped_lock lock(mutex_);
  const std::string* file = &*paths_.insert(path).first;
  const IdClaim claim{record.grade, record.id, path, place};
  const auto rival = documents_.find(record.id);
  if (rival != documents_.end() && !outranks(claim, claim_of(rival->second, record.id))) {
    losers_.push_back(claim);
    return;
  }
  std::vector<IdClaim> published;  // by files that are left alone
  bool is_outranked = false;
  const auto gives_way = [&](Grade grade, const std::string& other) {
    if (paths_.contains(other)) return true;  // outranked, or of a file's old content
    published.push_back({grade, record.id, other, ""});
    is_outranked = !outranks(claim, published.back());
    return !is_outranked;
  };
  if (const auto other = open_().put(record, gives_way)) {
    if (!is_outranked) throw ExtractError(kDuplicateId, describe_owner(record.id, *other));
    refused_.emplace_back(claim, published.back());
    return;
  }
  for (IdClaim& one : published) losers_.push_back(std::move(one));
  if (rival != documents_.end()) losers_.push_back(claim_of(rival->second, record.id));
  documents_.insert_or_assign(record.id, Met{record.grade, file, place});
}

std::size_t UpdateSinks::remove_others(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  return open_().remove_others(path, [&](const std::string& id) {
    const auto found = documents_.find(id);
    return found != documents_.end() && *found->second.path == path;
  });
}

void UpdateSinks::note_losers(Ledger& ledger, RunCounts& counts) {
  const auto note = [&](const IdClaim& loser, const IdClaim* published) {
    const auto found = documents_.find(loser.id);
    note_loser(loser, found == documents_.end() ? *published : claim_of(found->second, loser.id),
               paths_.contains(loser.path) ? LoserOf::kThisRun : LoserOf::kPublished, ledger, counts);
  };
  for (const IdClaim& loser : losers_) note(loser, nullptr);
  for (const auto& [loser, published] : refused_) note(loser, &published);
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
