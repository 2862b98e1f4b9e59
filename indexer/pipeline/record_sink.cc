#include "indexer/pipeline/record_sink.h"

#include "indexer/extract/extract.h"

namespace vankien {
namespace {

class ShardSink : public RecordSink {
 public:
  explicit ShardSink(const std::filesystem::path& folder) : writer_(folder) {}
  void add(const Record& record) override { writer_.add(record); }
  void finish() override { writer_.finish(); }

 private:
  ShardWriter writer_;
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

std::unique_ptr<RecordSink> make_shard_sink(const std::filesystem::path& folder) {
  return std::make_unique<ShardSink>(folder);
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
