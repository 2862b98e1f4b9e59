#include <fmt/format.h>

#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/ledger/ledger.h"

namespace vankien {
namespace {

int list(const std::filesystem::path& home, bool warnings) {
  if (!std::filesystem::exists(home / "ledger.sqlite"))
    throw std::runtime_error(home.string() + ": holds no ledger");
  Ledger ledger(home, Ledger::Mode::kRead);
  for (const auto& failure : (warnings ? ledger.warnings() : ledger.failures()))
    fmt::print("{}\t{}\t{}\t{}\n", one_line(failure.path), failure.place.empty() ? "-" : failure.place,
               failure.code, failure.reason);
  return kDone;
}

}  // namespace

void add_failures_command(CLI::App& app, Chosen& chosen) {
  const auto home = std::make_shared<std::filesystem::path>();
  auto* command =
      app.add_subcommand("failures", "list what could not be read: path, place, code, reason (tab between)");
  add_home_option(*command, *home);
  const auto warnings = std::make_shared<bool>(false);
  command->add_flag(
      "--warnings", *warnings,
      "instead, what is worth knowing of documents that were read: decoded from TCVN3, a page without text");
  command->callback(
      [&chosen, home, warnings] { chosen = [home, warnings] { return list(*home, *warnings); }; });
}

}  // namespace vankien
