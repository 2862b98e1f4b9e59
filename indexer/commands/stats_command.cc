#include <fmt/format.h>

#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/reader/count_table.h"

namespace vankien {
namespace {

struct StatsOptions {
  std::filesystem::path home;
  std::vector<Grade> grades;
  std::vector<std::string> columns = {"type", "year", "issuer"};
  bool csv = false;
};

int print_table(const StatsOptions& options) {
  CountTable table(options.columns);
  IndexReader(options.home, options.grades).for_each_count([&](const CountedFields& fields) {
    table.add(fields);
  });
  fmt::print("{}", options.csv ? table.csv() : table.text());
  return kDone;
}

}  // namespace

void add_stats_command(CLI::App& app, Chosen& chosen) {
  const auto options = std::make_shared<StatsOptions>();
  auto* command =
      app.add_subcommand("stats", "how many documents the published archive holds, by type, year and issuer");
  add_home_option(*command, options->home);
  add_grade_option(*command, options->grades);
  command->add_option("--by", options->columns, "columns of the table: type, year, issuer")
      ->delimiter(',')
      ->check(CLI::IsMember({"type", "year", "issuer"}))
      ->capture_default_str();
  command->add_flag("--csv", options->csv,
                    "comma-separated values instead of an aligned table, without the total");
  command->callback([&chosen, options] { chosen = [options] { return print_table(*options); }; });
}

}  // namespace vankien
