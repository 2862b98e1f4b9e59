#include "indexer/pipeline/rollback.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "analyzers/schema/schema.h"
#include "indexer/check/database_check.h"
#include "indexer/check/file_check.h"
#include "indexer/check/index_check.h"
#include "indexer/check/verification.h"
#include "indexer/generations/generations.h"
#include "indexer/generations/home_lock.h"
#include "indexer/ledger/handed_over.h"
#include "indexer/ledger/ledger.h"

namespace vankien {
namespace {

std::uint64_t choose(const std::vector<std::uint64_t>& kept, std::uint64_t current,
                     std::optional<std::uint64_t> to) {
  if (to) {
    if (std::find(kept.begin(), kept.end(), *to) == kept.end())
      throw std::runtime_error(fmt::format("{} is not kept here (rollback --list)", generation_name(*to)));
    return *to;
  }
  const auto not_below = std::lower_bound(kept.begin(), kept.end(), current);
  if (not_below == kept.begin())
    throw std::runtime_error(fmt::format("no generation before {} is kept here", generation_name(current)));
  return *std::prev(not_below);
}

// Before the swap: a mark without one costs a comparison, a swap without a mark would lose what was handed over since.
void mark_handed_over(const std::filesystem::path& home, const std::filesystem::path& target) {
  if (!HandedOverDocuments::is_there(home)) return;
  HandedOverDocuments documents(home);
  if (!documents.is_empty() || holds_handed_over(target)) documents.mark_to_apply_anew();
}

}  // namespace

std::uint64_t roll_back(const std::filesystem::path& home, const std::filesystem::path& self,
                        std::optional<std::uint64_t> to) {
  const HomeLock lock(home);
  const auto current = read_current(home);
  if (!current) throw std::runtime_error(home.string() + ": nothing is published here");
  const auto target = choose(list_generations(home), *current, to);
  const auto folder = home / generation_name(target);
  if (read_manifest(folder).chain != kChainVersion)
    throw std::runtime_error(folder.string() + ": was indexed by another version of the text chain: reindex");
  if (!std::filesystem::exists(folder / kLedgerFile))
    throw std::runtime_error(folder.string() + ": carries no ledger, so no update could follow: reindex");
  Findings findings = check_files(folder);
  for (auto& finding : check_databases(folder, self)) findings.push_back(std::move(finding));
  refuse_findings(findings, generation_name(target) + " is damaged, nothing was changed:");
  mark_handed_over(home, folder);
  set_current(home, target);
  // A death right here is made good by the next run: the ledger sees that it belongs to another generation.
  Ledger(home).recover(target);
  return target;
}

}  // namespace vankien
