#include "indexer/pipeline/publication.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <functional>
#include <future>

#include "analyzers/schema/schema.h"
#include "indexer/check/database_check.h"
#include "indexer/check/verification.h"
#include "indexer/writer/index_writer.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

constexpr double kLeastShare = 0.7;

// Of what was appended the changed documents are told, so that a reader can take over all others.
GradeManifest describe_change(const fs::path& generation, std::string_view grade, const KnownFiles& published,
                              const GradeManifest& before, const DatabaseChange& change) {
  const std::uint64_t since = parse_generation_name(published.generation.filename().string()).value_or(0);
  if (change.kind == DatabaseChange::Kind::kRewritten) return describe_database(generation / grade);
  GradeManifest now = before;
  std::vector<Xapian::docid> changed;
  if (change.kind == DatabaseChange::Kind::kAppended) {
    changed = change.written;
    changed.insert(changed.end(), change.removed.begin(), change.removed.end());
    now = describe_appended(generation / grade, published.generation / grade, before, changed);
  }
  now.since = since;
  now.changed = std::move(changed);
  return now;
}

std::optional<Manifest> read_published(const fs::path& home, std::optional<std::uint64_t> current) {
  if (!current) return std::nullopt;
  return read_manifest(home / generation_name(*current));
}

}  // namespace

Manifest describe_generation(const fs::path& generation, const std::vector<Source>& sources) {
  Changes all;
  for (auto& change : all) change.kind = DatabaseChange::Kind::kRewritten;
  return describe_update(generation, sources, {}, all);
}

Manifest describe_update(const fs::path& generation, const std::vector<Source>& sources,
                         const KnownFiles& published, const Changes& changes) {
  const Manifest& before = published.manifest;
  Manifest manifest;
  manifest.format = kIndexFormat;
  manifest.chain = kChainVersion;
  manifest.sources = before.sources;
  for (const auto& source : sources) manifest.sources[source.name] = source.path.string();
  const std::string now = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    manifest.grades[i] = describe_change(generation, kGradeNames[i], published, before.grades[i], changes[i]);
    if (changes[i].kind != DatabaseChange::Kind::kNone) manifest.grades[i].updated = now;
  }
  return manifest;
}

void refuse_loss(const Manifest& manifest, const RunOptions& options, std::optional<std::uint64_t> current) {
  if (options.force) return;
  if (manifest.documents() == 0)
    throw LossRefused("no document was read: nothing is published (--force publishes an empty archive)");
  std::uint64_t before = 0;
  try {
    if (const auto published = read_published(options.home, current)) before = published->documents();
  } catch (const std::runtime_error& error) {
    throw LossRefused(std::string(error.what()) + "; --force publishes without comparing with it");
  }
  if (static_cast<double>(manifest.documents()) < kLeastShare * static_cast<double>(before))
    throw LossRefused(
        fmt::format("the archive would shrink from {} to {} documents: nothing is published (--force does)",
                    before, manifest.documents()));
}

namespace {

RunResult publish_verified(NewGeneration& generation, Ledger& ledger, Manifest manifest,
                           const RunOptions& options, const fs::path& published,
                           const std::function<Findings()>& verify) {
  const RunResult result{generation.number(), manifest.documents()};
  heed_stop(options);
  ledger.seal();
  ledger.copy_to(generation.folder(), published);
  generation.seal(std::move(manifest));
  refuse_findings(verify(), "the new index is not what it should be: nothing is published");
  heed_stop(options);
  generation.publish();
  ledger.adopt(result.generation);
  ledger.belong_to(result.generation);
  return result;
}

}  // namespace

RunResult publish(NewGeneration& generation, Ledger& ledger, Manifest manifest, const RunOptions& options) {
  // Begun before the sums are made and the disk has it all.
  auto databases = std::async(std::launch::async, [&] {
    return check_databases(generation.folder(), options.self, all_grades(), CheckDepth::kTables);
  });
  const RunResult result = publish_verified(generation, ledger, std::move(manifest), options, {}, [&] {
    generation.wait_for_disk();
    return verify_generation(generation.folder(), std::move(databases), ledger, Ledger::State::kSealed);
  });
  generation.remove_old(options.keep);
  return result;
}

RunResult publish_update(NewGeneration& generation, Ledger& ledger, Manifest manifest,
                         const RunOptions& options, const KnownFiles& published, const Changes& changes) {
  return publish_verified(generation, ledger, std::move(manifest), options, published.generation, [&] {
    return verify_update(generation, published, changes, options.self, ledger);
  });
}

}  // namespace vankien
