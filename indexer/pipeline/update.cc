#include <fmt/format.h>

#include <string_view>
#include <unordered_set>

#include "analyzers/schema/schema.h"
#include "indexer/generations/disk_space.h"
#include "indexer/generations/generations.h"
#include "indexer/generations/home_lock.h"
#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/plan.h"
#include "indexer/pipeline/publication.h"
#include "indexer/pipeline/record_sink.h"
#include "indexer/pipeline/run.h"
#include "indexer/pipeline/workers.h"
#include "indexer/writer/update_writer.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

// What is published, if an update of these sources may go on from it.
Manifest read_updatable(const RunOptions& options, std::uint64_t current,
                        const std::vector<Source>& sources) {
  Manifest before = read_manifest(options.home / generation_name(current));
  if (before.chain != kChainVersion)
    throw std::runtime_error("the archive was indexed by another version of the text chain: reindex it");
  // "docs" of yesterday's disk is not "docs" of today's: an update would take the one for the other's vanished files.
  for (const auto& source : sources) {
    const auto known = before.sources.find(source.name);
    if (!options.force && known != before.sources.end() && known->second != source.path.string())
      throw std::runtime_error(fmt::format(
          "source \"{}\" was {} and is {} now: nothing is changed (--force takes it for the same)",
          source.name, known->second, source.path.string()));
  }
  return before;
}

// Everything that needs no reading, before any file is read: so an id is free again for the file that holds it now.
void apply(const Plan& plan, UpdateSinks& sinks, Ledger& ledger, RunCounts& counts) {
  for (const auto& path : plan.emptied) counts.removed += sinks.remove_file(path);
  for (const auto& path : plan.vanished) ledger.note_removed(path);
  sinks.rekey(plan.rekeys);
  for (const auto& row : plan.notes) ledger.note(row);
  std::unordered_set<std::string_view> reads;
  for (const auto& file : plan.reads) reads.insert(file.path);
  const auto is_read = [&](const std::string& path) {
    return reads.contains(path);
  };  // its troubles are met anew
  for (const auto& path : plan.touched) ledger.note_same_troubles(path, path);
  for (const auto& change : plan.rekeys)
    if (change.from != change.to && !is_read(change.to)) ledger.note_same_troubles(change.from, change.to);
  counts.files_found += plan.unchanged;
  counts.unchanged += plan.unchanged;
  counts.moved += plan.moved;
  counts.copies += plan.copies;
}

}  // namespace

RunResult update(const RunOptions& options, RunCounts& counts) {
  const auto sources = open_sources(options.sources);
  std::optional<HomeLock> lock(std::in_place, options.home);
  const auto current = read_current(options.home);
  if (!current) {
    lock.reset();
    return reindex(options, counts);
  }
  const Manifest before = read_updatable(options, *current, sources);
  Ledger ledger(options.home);
  ledger.recover(current);
  NewGeneration generation(options.home);
  ledger.begin(generation.number(), true);

  // Made when the first change comes: most updates by night find nothing.
  const KnownFiles published{options.home / generation_name(*current), before};
  std::unique_ptr<UpdateWriter> writer;
  const auto open_writer = [&]() -> UpdateWriter& {
    const DiskReserve disk(options.home, options.reserve_bytes);
    if (!writer)
      writer = std::make_unique<UpdateWriter>(
          UpdatePlace{published.generation, generation.folder(), before, disk});
    return *writer;
  };
  UpdateSinks sinks(open_writer);
  Workers workers(options, ledger, counts);
  workers.run(
      [&](const Feed& feed) {
        Plan plan = plan_update(sources, ledger);
        apply(plan, sinks, ledger, counts);
        sinks.expect(plan.reads);
        for (auto& file : plan.reads) feed(std::move(file));
      },
      [&](unsigned) { return sinks.make(counts); });
  sinks.note_losers(ledger, counts);

  if (!writer || !writer->has_changes()) {
    ledger.seal();  // what failed is noted all the same
    ledger.adopt(generation.number());
    return {0, before.documents()};
  }
  const Changes changes = writer->finish();
  Manifest manifest = describe_update(generation.folder(), sources, published, changes);
  refuse_loss(manifest, options, current);
  const RunResult result =
      publish_update(generation, ledger, std::move(manifest), options, published, changes);
  generation.remove_old(options.keep);
  return result;
}

Plan plan_run(const RunOptions& options, bool is_update) {
  const auto sources = open_sources(options.sources);
  Ledger ledger(options.home, Ledger::Mode::kRead);
  const auto current = is_update ? read_current(options.home) : std::nullopt;
  if (!current) return plan_reindex(sources, ledger);  // as update does
  read_updatable(options, *current, sources);
  return plan_update(sources, ledger);
}

}  // namespace vankien
