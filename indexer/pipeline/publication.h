#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <vector>

#include "analyzers/schema/manifest.h"
#include "indexer/generations/generations.h"
#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/run.h"
#include "indexer/scan/scan.h"
#include "indexer/writer/update_writer.h"

namespace vankien {

/// The manifest of a generation that was built below `generation`, from its sources.
Manifest describe_generation(const std::filesystem::path& generation, const std::vector<Source>& sources);

/// The same of one that an update made of a published one. Of a grade whose database did not change
/// the time of its last change stays: a reader below another grade must not even see that somebody worked there.
Manifest describe_update(const std::filesystem::path& generation, const std::vector<Source>& sources,
                         const KnownFiles& published, const Changes& changes);

/// The archive would lose too much: refused without --force.
class LossRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws LossRefused if the archive would shrink to less than 70 % of the published one or to nothing:
/// a run that finds so much less has most likely lost a disk or a share. `force` publishes all the same.
void refuse_loss(const Manifest& manifest, const RunOptions& options, std::optional<std::uint64_t> current);

/// Seals the ledger's notes and the generation, verifies it (indexer/check/verification.h), publishes it, adopts
/// the notes: in this order, so that a death in between is made good by Ledger::recover.
/// Generations beyond those to be kept are removed. Throws std::runtime_error naming what is wrong; nothing is published then.
RunResult publish(NewGeneration& generation, Ledger& ledger, Manifest manifest, const RunOptions& options);

/// The same of what an update made; only what it changed is verified. The caller removes old generations (NewGeneration::remove_old) when
/// nobody waits any more: that takes as long as all of a changed document else.
RunResult publish_update(NewGeneration& generation, Ledger& ledger, Manifest manifest,
                         const RunOptions& options, const KnownFiles& published, const Changes& changes);

}  // namespace vankien
