#pragma once

#include <filesystem>
#include <future>

#include "indexer/check/finding.h"
#include "indexer/generations/generations.h"
#include "indexer/ledger/ledger.h"
#include "indexer/writer/update_writer.h"

namespace vankien {

/// All that can be said of a sealed or published generation without its sources: files against the manifest, Xapian's check (of a
/// published one every record too, see CheckDepth), probes, documents against the ledger; of a published one those that were
/// handed over against their list too (which is committed after the publication), unless it is to be applied anew, or work for
/// it waits or is under way: then the two may differ. The later ones, which read the databases in this process, are made only
/// if the first two found nothing.
Findings verify_generation(const std::filesystem::path& generation, const std::filesystem::path& self,
                           Ledger& ledger, Ledger::State state);

/// The same if Xapian's check is on its way: what is checked may lie in the system's memory still, for the files' sums tell
/// that the disk has the same.
Findings verify_generation(const std::filesystem::path& generation, std::future<Findings> databases,
                           Ledger& ledger, Ledger::State state);

/// The same of a sealed generation that an update made of the published one, as far as it changed anything: files that the two
/// have in common are known by the manifest of the published one, a database with files of its own goes through Xapian's
/// check, of one that was appended to the changes are read back (change_check.h), while the disk writes if there are no others.
/// `check` reads it all. It is all on the disk when this returns.
Findings verify_update(NewGeneration& generation, const KnownFiles& published, const Changes& changes,
                       const std::filesystem::path& self, Ledger& ledger);

/// Throws std::runtime_error that names the first findings, if there are any.
void refuse_findings(const Findings& findings, const std::string& what_happens);

}  // namespace vankien
