#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/reader/index_reader.h"
#include "indexer/records/exported_record.h"

namespace vankien {
namespace {

int write_all(const std::filesystem::path& home, const std::vector<Grade>& grades) {
  const IndexReader reader(home, grades);
  reader.for_each_record([](const StoredRecord& record) {
    const std::string line = write_exported_record(record) + "\n";
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
      throw std::runtime_error(std::string("export: cannot be written: ") + std::strerror(errno));
  });
  if (std::fflush(stdout) != 0)
    throw std::runtime_error(std::string("export: cannot be written: ") + std::strerror(errno));
  return kDone;
}

}  // namespace

void add_export_command(CLI::App& app, Chosen& chosen) {
  const auto home = std::make_shared<std::filesystem::path>();
  const auto grades = std::make_shared<std::vector<Grade>>();
  auto* command = app.add_subcommand(
      "export",
      "write the published archive to stdout as .jsonl that reindex takes back, document for document");
  add_home_option(*command, *home);
  add_grade_option(*command, *grades);
  command->callback(
      [&chosen, home, grades] { chosen = [home, grades] { return write_all(*home, *grades); }; });
}

}  // namespace vankien
