#include "indexer/check/verification.h"

#include <fmt/format.h>

#include <stdexcept>

#include "indexer/check/database_check.h"
#include "indexer/check/file_check.h"
#include "indexer/check/index_check.h"

namespace vankien {

Findings verify_generation(const std::filesystem::path& generation, const std::filesystem::path& self,
                           Ledger& ledger, Ledger::State state) {
  Findings findings = check_files(generation);
  for (auto& finding : check_databases(generation, self)) findings.push_back(std::move(finding));
  if (!findings.empty()) return findings;
  for (auto& finding : probe(generation)) findings.push_back(std::move(finding));
  for (auto& finding : check_documents(generation, ledger, state)) findings.push_back(std::move(finding));
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
