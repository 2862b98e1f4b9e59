// The copy of the ledger that each generation carries: made, shared, and taken back.

#include <fmt/format.h>

#include <stdexcept>
#include <system_error>

#include "analyzers/schema/manifest.h"
#include "indexer/ledger/ledger.h"

namespace vankien {

void Ledger::recover(std::optional<std::uint64_t> current) {
  const auto pending = read_generation("SELECT generation FROM pending_run");
  if (pending && pending == current) {
    adopt(*pending);
    belong_to(*pending);
    return;
  }
  drop_pending();
  const auto own = read_generation("SELECT generation FROM belongs_to");
  if (!current || own == current) return;
  const std::filesystem::path copy = home_ / generation_name(*current) / kLedgerFile;
  if (std::filesystem::exists(copy)) {
    restore(copy);
    // The copy was made before its generation, the first that has it, was published: its notes are still pending there.
    if (const auto sealed = read_generation("SELECT generation FROM pending_run")) adopt(*sealed);
  } else if (own) {
    throw std::runtime_error(
        fmt::format("{}: tells of generation {}, but {} is published, which carries no ledger: reindex",
                    (home_ / kLedgerFile).string(), *own, *current));
  }
  belong_to(*current);
}

// Read from a second copy: SQLite leaves files of its own beside what it opens, and a published generation
// stays as it is.
void Ledger::restore(const std::filesystem::path& copy) {
  namespace fs = std::filesystem;
  const fs::path second = home_ / "ledger.restoring";
  const auto clean = [&] {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(second.string() + end);
  };
  clean();
  fs::copy_file(copy, second);
  database_.prepare("ATTACH ? AS copy").bind(1, second.string()).run();
  std::vector<std::string> tables;
  {
    auto names = database_.prepare(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name IN (SELECT name FROM "
        "copy.sqlite_master)");
    while (names.step()) tables.push_back(names.text(0));
  }
  std::string all = "BEGIN;";
  for (const auto& table : tables)
    all += fmt::format("DELETE FROM main.{0}; INSERT INTO main.{0} SELECT * FROM copy.{0};", table);
  database_.execute(all + "COMMIT");
  database_.execute("DETACH copy");
  clean();
}

// The mark (user_version): notes were adopted that no generation's copy has, since an update changed no document.
void Ledger::copy_to(const std::filesystem::path& generation, const std::filesystem::path& published) {
  const std::scoped_lock lock(mutex_);
  if (!published.empty() && !has_notes() && read_generation("PRAGMA user_version") == 0) {
    std::error_code error;  // a generation without a copy, or a file system without links
    std::filesystem::create_hard_link(published / kLedgerFile, generation / kLedgerFile, error);
    if (!error) return;
  }
  // Brought to the disk with the rest of the generation.
  database_.execute("PRAGMA synchronous = OFF");
  database_.prepare("VACUUM INTO ?").bind(1, (generation / kLedgerFile).string()).run();
  database_.execute("PRAGMA synchronous = NORMAL");
}

void Ledger::belong_to(std::uint64_t generation) {
  const std::scoped_lock lock(mutex_);
  database_.execute(fmt::format(
      "BEGIN; DELETE FROM belongs_to; INSERT INTO belongs_to VALUES ({}); PRAGMA user_version = 0; COMMIT",
      generation));
}

}  // namespace vankien
