#include "indexer/generations/disk_space.h"
#include "indexer/generations/generations.h"
#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/attempt.h"
#include "indexer/pipeline/publication.h"
#include "indexer/pipeline/record_sink.h"
#include "indexer/pipeline/run.h"
#include "indexer/pipeline/workers.h"
#include "indexer/writer/index_writer.h"

namespace vankien {
namespace {

// So that the progress knows how much there is.
void look_over(const std::vector<Source>& sources, RunCounts& counts) {
  for (const auto& source : sources)
    scan_source(source, [&](const SourceFile& file) {
      ++counts.files_expected;
      counts.source_bytes_expected += static_cast<std::uint64_t>(file.size);
    });
}

// From the sources to a generation that only needs to be published.
Manifest build(const RunOptions& options, const std::vector<Source>& sources, Attempt& attempt,
               const NewGeneration& generation, Ledger& ledger, RunCounts& counts) {
  const DiskReserve disk(options.home, options.reserve_bytes);
  look_over(sources, counts);
  Workers workers(options, ledger, counts);
  if (!attempt.is_first()) workers.take_up(attempt.journal(), attempt.shards());
  workers.run(
      [&](const Feed& feed) {
        for (const auto& source : sources)
          scan_source(source, [&](SourceFile file) { feed(std::move(file), std::nullopt); });
      },
      [&](unsigned worker) { return make_shard_sink(attempt, worker, disk, workers.budget().commit_bytes); });
  counts.doing = "merging";
  disk.require("merging", bytes_below(attempt.shards()));
  merge_shards(attempt.shards(), generation.folder(), [&] { heed_stop(options); });
  heed_stop(options);
  Changed all;
  all.fill(true);
  return describe_generation(generation.folder(), sources, {}, all);
}

}  // namespace

void heed_stop(const RunOptions& options) {
  if (options.stop != nullptr && *options.stop) throw Stopped("stopped, nothing was published");
}

RunResult reindex(const RunOptions& options, RunCounts& counts) {
  const auto sources = open_sources(options.sources);
  const HomeLock lock(options.home);
  const auto current = read_current(options.home);
  DiskReserve(options.home, options.reserve_bytes).require("a reindex");
  Ledger ledger(options.home);
  ledger.recover(current);
  NewGeneration generation(options.home);
  Attempt attempt(options, sources);
  ledger.begin(generation.number(), false);
  try {
    Manifest manifest = build(options, sources, attempt, generation, ledger, counts);
    refuse_loss(manifest, options, current);
    counts.doing = "verifying";
    const RunResult result = publish(generation, ledger, std::move(manifest), options);
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
