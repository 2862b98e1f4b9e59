#pragma once

#include <filesystem>

#include "indexer/check/finding.h"
#include "indexer/ledger/ledger.h"

namespace vankien {

/// All that can be said of a sealed or published generation without its sources: files against the manifest,
/// Xapian's check, probes, documents against the ledger; of a published one those that were handed over against their
/// list too (which is committed after the publication), unless it is to be applied anew, or work for it waits or is under
/// way: then the two may differ. The later ones, which read the databases in this
/// process, are made only if the first two found nothing.
Findings verify_generation(const std::filesystem::path& generation, const std::filesystem::path& self,
                           Ledger& ledger, Ledger::State state);

/// Throws std::runtime_error that names the first findings, if there are any.
void refuse_findings(const Findings& findings, const std::string& what_happens);

}  // namespace vankien
