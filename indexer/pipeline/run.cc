#include "indexer/pipeline/run.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <map>

#include "analyzers/schema/schema.h"
#include "indexer/generations/generations.h"
#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/record_sink.h"
#include "indexer/pipeline/workers.h"
#include "indexer/writer/index_writer.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

// A reindex that finds so much less than the archive holds has most likely lost a disk or a share.
constexpr double kLeastShare = 0.7;

Manifest describe(const fs::path& generation, const std::vector<Source>& sources) {
  Manifest manifest;
  manifest.format = kIndexFormat;
  manifest.chain = kChainVersion;
  for (const auto& source : sources) manifest.sources.push_back(source.name);
  const std::string now = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    auto& grade = manifest.grades[i];
    grade = describe_database(generation / kGradeNames[i]);
    grade.updated = now;
  }
  return manifest;
}

void refuse_loss(const Manifest& manifest, const fs::path& home, std::optional<std::uint64_t> current,
                 bool force) {
  if (force) return;
  if (manifest.documents() == 0)
    throw std::runtime_error(
        "no document was read: nothing is published (--force publishes an empty archive)");
  if (!current) return;
  const std::uint64_t before = read_manifest(home / generation_name(*current)).documents();
  if (static_cast<double>(manifest.documents()) < kLeastShare * static_cast<double>(before))
    throw std::runtime_error(
        fmt::format("the archive would shrink from {} to {} documents: nothing is published (--force does)",
                    before, manifest.documents()));
}

}  // namespace

RunResult reindex(const RunOptions& options, RunCounts& counts) {
  const auto sources = open_sources(options.sources);
  const HomeLock lock(options.home);
  const auto current = read_current(options.home);
  Ledger ledger(options.home, current);
  NewGeneration generation(options.home);
  ledger.begin(generation.number(), false);
  const fs::path shards = generation.folder() / "shards";
  fs::create_directories(shards);

  Workers workers(options, ledger, counts);
  workers.run(
      [&](const Feed& feed) {
        for (const auto& source : sources)
          scan_source(source, [&](SourceFile file) { feed(std::move(file), std::nullopt); });
      },
      [&](unsigned worker) { return make_shard_sink(shards / std::to_string(worker)); });

  merge_shards(shards, generation.folder());
  fs::remove_all(shards);
  Manifest manifest = describe(generation.folder(), sources);
  refuse_loss(manifest, options.home, current, options.force);
  const RunResult result{generation.number(), manifest.documents()};
  ledger.seal();
  generation.publish(std::move(manifest));
  ledger.adopt(result.generation);
  return result;
}

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
  Ledger ledger(options.home, current);
  NewGeneration generation(options.home);
  ledger.begin(generation.number(), true);

  // The copy is made when the first change comes: most updates by night find nothing.
  std::unique_ptr<UpdateWriter> writer;
  const auto open_writer = [&]() -> UpdateWriter& {
    if (!writer) {
      copy_databases(options.home / generation_name(*current), generation.folder());
      writer = std::make_unique<UpdateWriter>(generation.folder());
    }
    return *writer;
  };
  UpdateSinks sinks(open_writer);
  Workers workers(options, ledger, counts);
  workers.run(
      [&](const Feed& feed) {
        for (const auto& source : sources) {
          std::map<std::string, bool> known;
          for (auto& path : ledger.paths(source.name)) known.emplace(std::move(path), false);
          scan_source(source, [&](SourceFile file) {
            if (const auto seen = known.find(file.path); seen != known.end()) seen->second = true;
            const auto old = ledger.find(file.path);
            feed(std::move(file), old);
          });
          for (const auto& [path, seen] : known)
            if (!seen) {
              counts.removed += sinks.remove_file(path);
              ledger.note_removed(path);
            }
        }
      },
      [&](unsigned) { return sinks.make(counts); });

  if (counts.files_read == 0 && counts.removed == 0 && counts.failed == 0) return {0, before.documents()};
  open_writer().finish();
  Manifest manifest = describe(generation.folder(), sources);
  for (const auto& name : before.sources)
    if (std::find(manifest.sources.begin(), manifest.sources.end(), name) == manifest.sources.end())
      manifest.sources.push_back(name);
  const RunResult result{generation.number(), manifest.documents()};
  ledger.seal();
  generation.publish(std::move(manifest));
  ledger.adopt(result.generation);
  return result;
}

}  // namespace vankien
