#include "indexer/handover/spool_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "analyzers/schema/schema.h"
#include "indexer/generations/generations.h"
#include "indexer/generations/home_lock.h"
#include "indexer/handover/generation_changes.h"
#include "indexer/handover/take_in.h"
#include "indexer/pipeline/publication.h"
#include "indexer/writer/index_writer.h"
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
      {folder, generation.folder(), before, DiskReserve(options.home, options.reserve_bytes), true}, ledger);
  documents.begin();
  if (anew) changes.apply(documents);
  std::vector<Outcome> outcomes = take_all(tasks, inbox, documents, changes, count_workers(options));
  const std::optional<Changes> changed = changes.finish();
  SpoolResult result{tasks.size(), 0, changes.documents, changes.removed, 0};
  for (const Outcome& outcome : outcomes) result.failed += outcome.task["status"] == "failed";
  if (changed) {
    result.generation =
        publish_update(generation, ledger, describe_update(generation.folder(), {}, published, *changed),
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
  if (changed) generation.remove_old(options.keep);
  return result;
}

std::uint64_t rewrite_outgrown(const RunOptions& options) {
  const HomeLock lock(options.home);
  const auto current = read_current(options.home);
  if (!current) return 0;
  const fs::path folder = options.home / generation_name(*current);
  const KnownFiles published{folder, read_manifest(folder)};
  if (!UpdateWriter::has_outgrown(folder, published.manifest)) return 0;
  NewGeneration generation(options.home);
  UpdateWriter writer(
      {folder, generation.folder(), published.manifest, DiskReserve(options.home, options.reserve_bytes)});
  writer.rewrite_outgrown();
  Ledger ledger(options.home);
  ledger.recover(current);
  ledger.begin(generation.number(), true);
  const Changes changes = writer.finish();
  const RunResult result =
      publish_update(generation, ledger, describe_update(generation.folder(), {}, published, changes),
                     options, published, changes);
  generation.remove_old(options.keep);
  return result.generation;
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
  ShardWriter writer(shards);
  documents_.for_each(Grade::kTuyetMat, [&](const HandedOver& document) {
    const std::string path = handed_over_path(document.grade, document.id);
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
