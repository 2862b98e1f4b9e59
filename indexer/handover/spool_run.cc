#include "indexer/handover/spool_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <thread>

#include "analyzers/schema/schema.h"
#include "indexer/generations/generations.h"
#include "indexer/handover/take_in.h"
#include "indexer/pipeline/publication.h"
#include "indexer/writer/index_writer.h"
#include "indexer/writer/shard_ids.h"
#include "indexer/writer/update_writer.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

using nlohmann::ordered_json;

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

unsigned count_workers(const RunOptions& options) {
  return options.workers != 0 ? options.workers : std::max(1u, std::thread::hardware_concurrency());
}

void note_warnings(Ledger& ledger, const std::string& path, const std::vector<Warning>& warnings) {
  for (const auto& warning : warnings) ledger.note_warning({path, warning.place, warning.code, warning.text});
}

// An id is one document's in a grade; a handed-over one gives way, since it may be handed over again under another id.
Failure describe_duplicate(const HandedOver& document, const std::string& other) {
  return {handed_over_path(document.grade, document.id), "", "duplicate_id",
          "id \"" + document.id + "\" belongs to a document of " + other};
}

/// What becomes of the published generation, opened when the first change comes, and the ledger.
class GenerationChanges : public IndexChanges {
 public:
  GenerationChanges(UpdatePlace place, Ledger& ledger) : place_(std::move(place)), ledger_(ledger) {}

  std::optional<std::string> find_other_source(const std::string& id, Grade clearance) override {
    return writer().find_source(id, clearance);
  }
  void put(const ReadDocument& read) override {
    writer().put_handed_over(read.record);
    note(read.record.path, read.warnings);
    ++documents;
  }
  void remove(const std::string& path) override {
    writer().remove_path(path);
    note(path, {});
    ++removed;
  }

  /// Makes the copy hold the documents of the list and no others. What it holds already stays untouched, so that doing
  /// it again changes nothing.
  void apply(HandedOverDocuments& list) {
    // What an older ledger tells of documents that are gone goes too; of those that are here it is noted anew.
    for (const auto& rows : {ledger_.failures(), ledger_.warnings()})
      for (const auto& row : rows)
        if (is_handed_over_path(row.path)) note(row.path, {});
    std::set<std::string> surplus;
    for (auto& path : writer().handed_over_paths()) surplus.insert(std::move(path));
    list.for_each(Grade::kTuyetMat, [&](const HandedOver& document) {
      const std::string path = handed_over_path(document.grade, document.id);
      if (const auto other = writer().find_source_in(document.id, document.grade)) {
        refuse(describe_duplicate(document, *other));
        return;
      }
      try {
        const ReadDocument read = read_handed_over(document);
        surplus.erase(path);
        warnings_[path] = read.warnings;
        if (writer().holds(read.record)) return;
        writer().put_handed_over(read.record);
        ++documents;
      } catch (const HandoverError& error) {
        refuse({path, "", error.code(), error.what()});
      }
    });
    for (const auto& path : surplus) {  // not remove(): why one is refused stays noted
      writer().remove_path(path);
      warnings_[path].clear();
      ++removed;
    }
  }

  /// Nothing if no database changed.
  std::optional<Changes> finish() {
    for (const auto& [path, warnings] : warnings_) {
      ledger_.note_removed(path);  // what was worth knowing of the one before
      note_warnings(ledger_, path, warnings);
      if (const auto failure = failures_.find(path); failure != failures_.end())
        ledger_.note_failure(failure->second);
    }
    if (!writer_ || !writer_->has_changes()) return std::nullopt;
    return writer_->finish();
  }

  std::uint64_t documents = 0;
  std::uint64_t removed = 0;

 private:
  void note(const std::string& path, const std::vector<Warning>& warnings) {
    warnings_[path] = warnings;
    failures_.erase(path);
  }
  void refuse(Failure failure) {
    note(failure.path, {});
    const std::string path = failure.path;
    failures_[path] = std::move(failure);
  }
  UpdateWriter& writer() {
    if (!writer_) writer_ = std::make_unique<UpdateWriter>(place_);
    return *writer_;
  }

  UpdatePlace place_;
  Ledger& ledger_;
  std::unique_ptr<UpdateWriter> writer_;
  std::map<std::string, std::vector<Warning>> warnings_;  ///< path → what is worth knowing of it now
  std::map<std::string, Failure> failures_;  ///< path, also in warnings_ → why it is not indexed
};

struct Outcome {
  std::uint64_t uid;
  std::int64_t started;
  ordered_json task;
};

std::vector<Outcome> take_all(const std::vector<WaitingTask>& tasks, const Inbox& inbox,
                              HandedOverDocuments& documents, IndexChanges& index, unsigned workers) {
  std::vector<Outcome> outcomes;
  for (const WaitingTask& waiting : tasks) {
    const std::int64_t started = now();
    outcomes.push_back({waiting.task.uid, started, take_in(waiting, inbox, documents, index, workers)});
  }
  return outcomes;
}

void note_outcomes(std::vector<Outcome> outcomes, HandedOverDocuments& documents) {
  const std::int64_t finished = now();
  for (Outcome& outcome : outcomes) {
    outcome.task["startedAt"] = format_time(outcome.started);
    outcome.task["finishedAt"] = format_time(finished);
    const std::int64_t took = std::max<std::int64_t>(0, finished - outcome.started);
    outcome.task["duration"] = fmt::format("PT{}.{:09}S", took / 1'000'000'000, took % 1'000'000'000);
    documents.note_outcome(outcome.uid,
                           outcome.task.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
  }
}

/// Tells the spool what the list of documents knows to be done.
void tell_outcomes(const Inbox& inbox, HandedOverDocuments& documents) {
  const auto outcomes = documents.outcomes();
  if (outcomes.empty()) return;
  inbox.finish(outcomes);
  documents.forget_outcomes();
}

}  // namespace

SpoolResult take_spool_in(const RunOptions& options) {
  const Inbox inbox(options.home);
  // Without the lock: who only looks must not be in another's way.
  if (!inbox.has_work() && !HandedOverDocuments::is_marked(options.home)) return {};
  const HomeLock lock(options.home);
  const auto current = read_current(options.home);
  if (!current) return {};
  HandedOverDocuments documents(options.home);
  tell_outcomes(inbox, documents);
  const auto tasks = inbox.waiting();
  const bool anew = documents.is_to_apply_anew();
  if (tasks.empty() && !anew) return {};
  const fs::path folder = options.home / generation_name(*current);
  const KnownFiles published{folder, read_manifest(folder)};
  const Manifest& before = published.manifest;
  if (before.chain != kChainVersion)
    throw std::runtime_error("the archive was indexed by another version of the text chain: reindex it");

  Ledger ledger(options.home);
  ledger.recover(current);
  NewGeneration generation(options.home);
  ledger.begin(generation.number(), true);
  GenerationChanges changes(
      {folder, generation.folder(), before, DiskReserve(options.home, options.reserve_bytes)}, ledger);
  documents.begin();
  if (anew) changes.apply(documents);
  std::vector<Outcome> outcomes = take_all(tasks, inbox, documents, changes, count_workers(options));
  const std::optional<Changes> changed = changes.finish();
  SpoolResult result{tasks.size(), 0, changes.documents, changes.removed, 0};
  for (const Outcome& outcome : outcomes) result.failed += outcome.task["status"] == "failed";
  if (changed) {
    result.generation =
        publish_update(generation, ledger, describe_update(generation.folder(), {}, before, *changed),
                       options, published, *changed)
            .generation;
  } else {
    ledger.seal();
    ledger.adopt(generation.number());
  }
  note_outcomes(std::move(outcomes), documents);
  documents.note_applied();
  documents.commit();
  tell_outcomes(inbox, documents);
  return result;
}

HandedOverSource::HandedOverSource(const RunOptions& options)
    : inbox_(options.home), documents_(options.home) {
  tell_outcomes(inbox_, documents_);
  documents_.begin();
  IndexChanges none;
  const auto tasks = inbox_.waiting();
  note_outcomes(take_all(tasks, inbox_, documents_, none, count_workers(options)), documents_);
}

void HandedOverSource::index(const fs::path& shards, Ledger& ledger, RunCounts& counts) {
  const ShardIds ids(shards.parent_path());  // before there is a shard of what is written here
  ShardWriter writer(shards);
  documents_.for_each(Grade::kTuyetMat, [&](const HandedOver& document) {
    const std::string path = handed_over_path(document.grade, document.id);
    if (const auto other = ids.find(document.id, document.grade)) {
      ledger.note_failure(describe_duplicate(document, *other));
      ++counts.failed;
      return;
    }
    try {
      const ReadDocument read = read_handed_over(document);
      writer.add(read.record);
      note_warnings(ledger, path, read.warnings);
      ++counts.documents;
    } catch (const HandoverError& error) {
      // Taken once, but not by this version: it stays in the list, and the ledger tells.
      ledger.note_failure({path, "", error.code(), error.what()});
      ++counts.failed;
    }
  });
  writer.finish();
}

void HandedOverSource::commit() {
  documents_.note_applied();
  documents_.commit();
  tell_outcomes(inbox_, documents_);
}

}  // namespace vankien
