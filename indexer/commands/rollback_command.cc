#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "indexer/commands/commands.h"
#include "indexer/generations/generations.h"
#include "indexer/ledger/handed_over.h"
#include "indexer/pipeline/rollback.h"

namespace vankien {
namespace {

int list(const std::filesystem::path& home) {
  const auto current = read_current(home);
  for (const auto number : list_generations(home)) {
    std::string what;
    try {
      const Manifest manifest = read_manifest(home / generation_name(number));
      std::string changed;
      for (const auto& grade : manifest.grades) changed = std::max(changed, grade.updated);
      what = fmt::format("{} documents, changed {}", manifest.documents(), changed);
    } catch (const std::runtime_error& error) {
      what = error.what();
    }
    fmt::print("{} {}  {}\n", number == current ? '*' : ' ', generation_name(number), what);
  }
  return kDone;
}

int go_back(const std::filesystem::path& home, const std::filesystem::path& self,
            const std::optional<std::string>& to) {
  std::optional<std::uint64_t> number;
  if (to) {
    number = parse_generation_name(*to);
    if (!number) throw std::runtime_error(*to + ": is not the name of a generation, such as gen-000123");
  }
  fmt::print("{} published again\n", generation_name(roll_back(home, self, number)));
  if (HandedOverDocuments::is_marked(home))
    fmt::print(
        "documents that were handed over follow with the next update or spool; until then those of "
        "this generation are back, with the grades they had, which may be lower\n");
  return kDone;
}

}  // namespace

void add_rollback_command(CLI::App& app, Chosen& chosen) {
  const auto home = std::make_shared<std::filesystem::path>();
  const auto only_list = std::make_shared<bool>(false);
  const auto to = std::make_shared<std::optional<std::string>>();
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
  auto* command = app.add_subcommand(
      "rollback", "publish the generation before again; the next update brings in what it lacks");
  add_home_option(*command, *home);
  command->add_option("--to", *to, "instead this one: gen-000123");
  command->add_flag("--list", *only_list, "only list what is kept; * is the published one");
  command->callback([&chosen, home, only_list, to, self] {
    chosen = [home, only_list, to, self] { return *only_list ? list(*home) : go_back(*home, self, *to); };
  });
}

}  // namespace vankien
