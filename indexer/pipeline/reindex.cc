#include "indexer/generations/generations.h"
#include "indexer/handover/spool_run.h"
#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/publication.h"
#include "indexer/pipeline/record_sink.h"
#include "indexer/pipeline/run.h"
#include "indexer/pipeline/workers.h"
#include "indexer/writer/index_writer.h"

namespace vankien {
namespace fs = std::filesystem;

RunResult reindex(const RunOptions& options, RunCounts& counts) {
  const auto sources = open_sources(options.sources);
  const HomeLock lock(options.home);
  const auto current = read_current(options.home);
  Ledger ledger(options.home);
  ledger.recover(current);
  NewGeneration generation(options.home);
  ledger.begin(generation.number(), false);
  HandedOverSource handed_over(options);
  const fs::path shards = generation.folder() / "shards";
  fs::create_directories(shards);

  Workers workers(options, ledger, counts);
  workers.run(
      [&](const Feed& feed) {
        for (const auto& source : sources)
          scan_source(source, [&](SourceFile file) { feed(std::move(file), std::nullopt); });
      },
      [&](unsigned worker) { return make_shard_sink(shards / std::to_string(worker)); });

  handed_over.index(shards / "handed-over", ledger, counts);
  merge_shards(shards, generation.folder());
  fs::remove_all(shards);
  Changed all;
  all.fill(true);
  Manifest manifest = describe_generation(generation.folder(), sources, {}, all);
  refuse_loss(manifest, options, current);
  const RunResult result = publish(generation, ledger, std::move(manifest));
  handed_over.commit();
  return result;
}

}  // namespace vankien
