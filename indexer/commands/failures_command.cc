#include <fmt/format.h>

#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/extract/extract.h"
#include "indexer/ledger/ledger.h"

namespace vankien {
namespace {

struct Asked {
  std::filesystem::path home;
  bool warnings = false;
  bool poor_scans = false;
  bool grades = false;
};

std::vector<Failure> rows_of(Ledger& ledger, const Asked& asked) {
  if (asked.poor_scans) return ledger.warnings("poor_scan");
  if (asked.grades) return ledger.warnings(kGradeUnsure);
  return asked.warnings ? ledger.warnings() : ledger.failures();
}

int list(const Asked& asked) {
  if (!std::filesystem::exists(asked.home / "ledger.sqlite"))
    throw std::runtime_error(asked.home.string() + ": holds no ledger");
  Ledger ledger(asked.home, Ledger::Mode::kRead);
  for (const auto& failure : rows_of(ledger, asked))
    fmt::print("{}\t{}\t{}\t{}\n", one_line(failure.path),
               failure.place.empty() ? "-" : one_line(failure.place), failure.code, one_line(failure.reason));
  return kDone;
}

}  // namespace

void add_failures_command(CLI::App& app, Chosen& chosen) {
  const auto asked = std::make_shared<Asked>();
  auto* command =
      app.add_subcommand("failures", "list what could not be read: path, place, code, reason (tab between)");
  add_home_option(*command, asked->home);
  auto* warnings = command->add_flag(
      "--warnings", asked->warnings,
      "instead, what is worth knowing of documents that were read: decoded from TCVN3, a page without text");
  auto* poor_scans = command
                         ->add_flag("--poor-scans", asked->poor_scans,
                                    "instead, pages read by OCR that are hardly readable: scan them anew")
                         ->excludes(warnings);
  command
      ->add_flag(
          "--grades", asked->grades,
          "instead, the documents whose grade of secrecy a person must look at: stamps that are damaged, "
          "contradict each other or stand on a later page, marks of declassification, given grades that "
          "cannot be understood, first pages and subjects that cannot be read: until then they have the "
          "highest grade they may have; and ids that documents of several grades share: the highest is "
          "published")
      ->excludes(warnings)
      ->excludes(poor_scans);

  command->callback([&chosen, asked] { chosen = [asked] { return list(*asked); }; });
}

}  // namespace vankien
