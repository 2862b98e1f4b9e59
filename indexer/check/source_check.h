#pragma once

#include <filesystem>

#include "indexer/check/finding.h"
#include "indexer/ledger/ledger.h"

namespace vankien {

/// The sources on disk against the ledger: what an update would find to do.
///   missing_source   the ledger knows a source or file that is not there any more
///   changed_source   its size or time, and its content, are others than those that were read
///   new_source       the ledger does not know it
/// `generation` is the published one: its manifest tells where the sources lie.
Findings check_sources(const std::filesystem::path& generation, Ledger& ledger);

}  // namespace vankien
