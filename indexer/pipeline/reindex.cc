#include "indexer/generations/disk_space.h"
#include "indexer/generations/generations.h"
#include "indexer/generations/home_lock.h"
#include "indexer/handover/spool_run.h"
#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/attempt.h"
#include "indexer/pipeline/id_loser.h"
#include "indexer/pipeline/plan.h"
#include "indexer/pipeline/publication.h"
#include "indexer/pipeline/record_sink.h"
#include "indexer/pipeline/run.h"
#include "indexer/pipeline/workers.h"
#include "indexer/writer/index_writer.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

/// From the sources to a generation that only needs to be published.
struct Building {
  const RunOptions& options;
  const std::vector<Source>& sources;
  Attempt& attempt;
  const NewGeneration& generation;
  Workers& workers;
  HandedOverSource& handed_over;
  Ledger& ledger;
  RunCounts& counts;
  DiskReserve disk{options.home, options.reserve_bytes};

  Manifest build(Plan plan) {
    expect(plan.reads);
    read(std::move(plan.reads));
    // Few beside the files, and perhaps others by now: an interrupted run's are not taken up.
    fs::remove_all(attempt.shards() / "handed-over");
    handed_over.index(attempt.shards() / "handed-over", ledger, counts);
    counts.doing = "merging";
    heed_stop(options);
    // Which of two workers met an id first is chance: so all are read, and then one is chosen.
    const LeftOut left_out = find_duplicates(attempt.shards(), workers.budget().run_bytes,
                                             [&](const IdClaim& loser, const IdClaim& winner) {
                                               note_loser(loser, winner, LoserOf::kThisRun, ledger, counts);
                                             });
    disk.require("merging", bytes_below(attempt.shards()));
    Manifest::Files files =
        merge_shards(attempt.shards(), generation.folder(), left_out, [&] { heed_stop(options); });
    heed_stop(options);
    Manifest manifest = describe_generation(generation.folder(), sources);
    manifest.files = std::move(files);
    return manifest;
  }

 private:
  // So that the progress knows how much there is.
  void expect(const std::vector<SourceFile>& files) {
    counts.files_expected = files.size();
    for (const auto& file : files) counts.source_bytes_expected += static_cast<std::uint64_t>(file.size);
  }
  void read(std::vector<SourceFile> files) {
    if (!attempt.is_first()) workers.take_up(attempt.journal());
    workers.run(
        [&](const Feed& feed) {
          for (auto& file : files) feed(std::move(file));
        },
        [&](unsigned worker) { return make_shard_sink(attempt, worker, disk, workers.budget().run_bytes); });
  }
};

}  // namespace

void heed_stop(const RunOptions& options) {
  if (options.stop()) throw Stopped("stopped, nothing was published");
}

RunResult reindex(const RunOptions& options, RunCounts& counts) {
  const auto sources = open_sources(options.sources);
  const HomeLock lock(options.home);
  const auto current = read_current(options.home);
  DiskReserve(options.home, options.reserve_bytes).require("a reindex");
  Ledger ledger(options.home);
  ledger.recover(current);
  NewGeneration generation(options.home);
  Plan plan = plan_reindex(sources, ledger);
  Attempt attempt(options, sources, plan.reads);
  ledger.begin(generation.number(), false);
  try {
    HandedOverSource handed_over(options);
    Workers workers(options, ledger, counts);
    Building building{options, sources, attempt, generation, workers, handed_over, ledger, counts};
    Manifest manifest = building.build(std::move(plan));
    refuse_loss(manifest, options, current);
    // What an interrupted run had read of scans this one did not ask the cache for.
    if (attempt.is_first()) workers.ocr().drop_unused();
    counts.doing = "verifying";
    const RunResult result = publish(generation, ledger, std::move(manifest), options);
    handed_over.commit();
    attempt.remove();
    return result;
  } catch (const Stopped&) {
    throw;
  } catch (const LossRefused&) {
    throw;  // with --force, or with the missing disk back, it need not all be read again
  } catch (...) {
    attempt.remove();  // a database after a failed commit may be beyond repair, a full disk needs the room
    throw;
  }
}

}  // namespace vankien
