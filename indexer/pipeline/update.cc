#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analyzers/schema/schema.h"
#include "indexer/generations/disk_space.h"
#include "indexer/generations/generations.h"
#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/publication.h"
#include "indexer/pipeline/record_sink.h"
#include "indexer/pipeline/run.h"
#include "indexer/pipeline/workers.h"
#include "indexer/writer/index_writer.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

// "docs" of yesterday's disk is not "docs" of today's: an update would take the one for the other's vanished
// files.
void refuse_other_folders(const std::vector<Source>& sources, const Manifest& before, bool force) {
  for (const auto& source : sources) {
    const auto known = before.sources.find(source.name);
    if (!force && known != before.sources.end() && known->second != source.path.string())
      throw std::runtime_error(fmt::format(
          "source \"{}\" was {} and is {} now: nothing is changed (--force takes it for the same)",
          source.name, known->second, source.path.string()));
  }
}

// What the ledger knows of a source and the disk does not show any more. Files below a folder that cannot be
// listed count as shown.
std::vector<std::string> find_vanished(Ledger& ledger, const Source& source) {
  std::map<std::string, bool> known;
  for (auto& path : ledger.paths(source.name)) known.emplace(std::move(path), false);
  scan_source(source, [&](const SourceFile& file) {
    if (const auto seen = known.find(file.path); seen != known.end()) seen->second = true;
    if (!file.is_folder) return;
    for (auto below = known.lower_bound(file.path + "/");
         below != known.end() && below->first.starts_with(file.path + "/"); ++below)
      below->second = true;
  });
  std::vector<std::string> vanished;
  for (const auto& [path, seen] : known)
    if (!seen) vanished.push_back(path);
  return vanished;
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
  const Manifest before = read_manifest(options.home / generation_name(*current));
  if (before.chain != kChainVersion)
    throw std::runtime_error("the archive was indexed by another version of the text chain: reindex it");
  refuse_other_folders(sources, before, options.force);
  Ledger ledger(options.home);
  ledger.recover(current);
  NewGeneration generation(options.home);
  ledger.begin(generation.number(), true);

  // The copy is made when the first change comes: most updates by night find nothing.
  std::unique_ptr<UpdateWriter> writer;
  const auto open_writer = [&]() -> UpdateWriter& {
    if (!writer) {
      const auto published = options.home / generation_name(*current);
      DiskReserve(options.home, options.reserve_bytes).require("an update", 2 * bytes_below(published));
      copy_databases(published, generation.folder());
      writer = std::make_unique<UpdateWriter>(generation.folder());
    }
    return *writer;
  };
  UpdateSinks sinks(open_writer);
  Workers workers(options, ledger, counts);
  workers.run(
      [&](const Feed& feed) {
        // First what vanished, so that an id is free again for the file that holds it now.
        for (const auto& source : sources)
          for (const auto& path : find_vanished(ledger, source)) {
            counts.removed += sinks.remove_file(path);
            ledger.note_removed(path);
          }
        for (const auto& source : sources)
          scan_source(source, [&](SourceFile file) {
            const auto known = ledger.find(file.path);
            feed(std::move(file), known);
          });
      },
      [&](unsigned) { return sinks.make(counts); });

  const Changed changed = writer ? writer->changed() : Changed{};
  if (std::none_of(changed.begin(), changed.end(), [](bool one) { return one; })) {
    ledger.seal();  // what failed is noted all the same
    ledger.adopt(generation.number());
    return {0, before.documents()};
  }
  writer->finish();
  Manifest manifest = describe_generation(generation.folder(), sources, before, changed);
  refuse_loss(manifest, options, current);
  return publish(generation, ledger, std::move(manifest), options);
}

}  // namespace vankien
