#include <fmt/format.h>

#include <memory>

#include "analyzers/schema/manifest.h"
#include "indexer/check/source_check.h"
#include "indexer/check/verification.h"
#include "indexer/commands/commands.h"

namespace vankien {
namespace {

int check(const std::filesystem::path& home, const std::filesystem::path& self, bool sources) {
  const auto current = read_current(home);
  if (!current) throw std::runtime_error(home.string() + ": nothing is published here");
  if (!std::filesystem::exists(home / kLedgerFile))
    throw std::runtime_error(home.string() + ": holds no ledger");
  const auto generation = home / generation_name(*current);
  Ledger ledger(home);
  Findings findings = verify_generation(generation, self, ledger, Ledger::State::kPublished);
  if (sources && findings.empty()) findings = check_sources(generation, ledger);
  for (const auto& finding : findings)
    fmt::print("{}\t{}\t{}\n", finding.code, one_line(finding.place), one_line(finding.text));
  fmt::print(stderr, "{} checked, {} findings\n", generation_name(*current), findings.size());
  return findings.empty() ? kDone : kFindings;
}

}  // namespace

void add_check_command(CLI::App& app, Chosen& chosen) {
  const auto home = std::make_shared<std::filesystem::path>();
  const auto sources = std::make_shared<bool>(false);
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
  auto* command = app.add_subcommand("check",
                                     "read the whole published index and say what is not as it should be: "
                                     "code, place, reason (tab between)");
  add_home_option(*command, *home);
  command->add_flag("--sources", *sources, "and what in the sources is missing, new or has changed since");
  command->callback([&chosen, home, self, sources] {
    chosen = [home, self, sources] { return check(*home, self, *sources); };
  });
}

}  // namespace vankien
