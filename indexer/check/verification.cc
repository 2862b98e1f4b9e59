#include "indexer/check/verification.h"

#include <fmt/format.h>

#include <exception>
#include <optional>
#include <stdexcept>

#include "indexer/check/change_check.h"
#include "indexer/check/database_check.h"
#include "indexer/check/file_check.h"
#include "indexer/check/index_check.h"
#include "indexer/generations/home_lock.h"
#include "indexer/handover/inbox.h"
#include "indexer/ledger/handed_over.h"

namespace vankien {
namespace {

Findings check_list(const std::filesystem::path& generation, Ledger& ledger) {
  const std::filesystem::path home = generation.parent_path();
  if (!HandedOverDocuments::is_there(home) || Inbox(home).has_work() || find_lock_holder(home)) return {};
  HandedOverDocuments documents(home);
  return documents.is_to_apply_anew() ? Findings{} : check_handed_over(generation, documents, ledger);
}

}  // namespace

Findings verify_generation(const std::filesystem::path& generation, const std::filesystem::path& self,
                           Ledger& ledger, Ledger::State state) {
  const auto depth = state == Ledger::State::kPublished ? CheckDepth::kRecords : CheckDepth::kTables;
  auto databases =
      std::async(std::launch::async, [&] { return check_databases(generation, self, all_grades(), depth); });
  return verify_generation(generation, std::move(databases), ledger, state);
}

Findings verify_generation(const std::filesystem::path& generation, std::future<Findings> databases,
                           Ledger& ledger, Ledger::State state) {
  Findings findings = check_files(generation);
  // Only of tables that are in order; but those just made are asked while the child looks at them, since they can hardly be damaged.
  const auto ask = [&] {
    Findings found = probe(generation);
    for (auto& finding : check_documents(generation, ledger, state)) found.push_back(std::move(finding));
    return found;
  };
  std::optional<Findings> early;
  std::exception_ptr trouble;
  try {
    if (findings.empty() && state == Ledger::State::kSealed) early = ask();
  } catch (...) {
    trouble = std::current_exception();  // the child may know more of it
  }
  for (auto& finding : databases.get()) findings.push_back(std::move(finding));
  if (!findings.empty()) return findings;
  if (trouble) std::rethrow_exception(trouble);
  findings = early ? std::move(*early) : ask();
  if (state == Ledger::State::kPublished)
    for (auto& finding : check_list(generation, ledger)) findings.push_back(std::move(finding));
  return findings;
}

Findings verify_update(NewGeneration& generation, const KnownFiles& published, const Changes& changes,
                       const std::filesystem::path& self, Ledger& ledger) {
  const std::filesystem::path& folder = generation.folder();
  std::vector<Grade> changed;
  std::vector<Grade> rewritten;
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    if (changes[i].kind != DatabaseChange::Kind::kNone) changed.push_back(static_cast<Grade>(i));
    if (changes[i].kind == DatabaseChange::Kind::kRewritten) rewritten.push_back(static_cast<Grade>(i));
  }
  Findings findings;
  const auto add = [&](Findings more) {
    for (auto& finding : more) findings.push_back(std::move(finding));
  };
  const auto look_at_files = [&] {
    generation.wait_for_disk();
    add(check_files(folder, published));
  };
  if (!rewritten.empty()) {
    look_at_files();
    add(check_databases(folder, self, rewritten, CheckDepth::kTables));
    if (!findings.empty()) return findings;
  }
  add(check_changes(folder, changes));
  add(probe(folder, kFewProbes, changed));
  add(check_documents(folder, ledger, Ledger::State::kChanged));
  if (rewritten.empty()) look_at_files();
  return findings;
}

void refuse_findings(const Findings& findings, const std::string& what_happens) {
  constexpr std::size_t kShown = 5;
  if (findings.empty()) return;
  std::string words = what_happens;
  for (std::size_t i = 0; i < findings.size() && i < kShown; ++i)
    words += fmt::format("\n  {} {}: {}", findings[i].code, findings[i].place, findings[i].text);
  if (findings.size() > kShown) words += fmt::format("\n  and {} more", findings.size() - kShown);
  throw std::runtime_error(words);
}

}  // namespace vankien
