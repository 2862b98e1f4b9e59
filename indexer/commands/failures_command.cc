#include <fmt/format.h>

#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/ledger/ledger.h"

namespace vankien {
namespace {

constexpr const char* kGrades = "grade_unsure";

struct Wanted {
  bool warnings = false;
  bool grades = false;
};

int list(const std::filesystem::path& home, const Wanted& wanted) {
  if (!std::filesystem::exists(home / "ledger.sqlite"))
    throw std::runtime_error(home.string() + ": holds no ledger");
  Ledger ledger(home);
  for (const auto& failure : wanted.grades     ? ledger.warnings(kGrades)
                             : wanted.warnings ? ledger.warnings()
                                               : ledger.failures())
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
  const auto wanted = std::make_shared<Wanted>();
  command->add_flag(
      "--warnings", wanted->warnings,
      "instead, what is worth knowing of documents that were read: decoded from TCVN3, a page without text");
  command->add_flag(
      "--grades", wanted->grades,
      "instead, the documents whose grade of secrecy a person must look at: stamps that are damaged, "
      "contradict each other or stand on a later page, marks of declassification, given grades that "
      "cannot be understood; until then they have the highest grade they may have");
  command->callback([&chosen, home, wanted] { chosen = [home, wanted] { return list(*home, *wanted); }; });
}

}  // namespace vankien
