#include "indexer/ledger/run_journal.h"

namespace vankien {
namespace {

// One transaction: each waits for the disk.
constexpr const char* kSchema = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
BEGIN;
CREATE TABLE IF NOT EXISTS run (identity TEXT);
CREATE TABLE IF NOT EXISTS parts (part TEXT PRIMARY KEY, g0 INTEGER, g1 INTEGER, g2 INTEGER, g3 INTEGER, g4 INTEGER);
CREATE TABLE IF NOT EXISTS units (
  number INTEGER PRIMARY KEY AUTOINCREMENT, part TEXT, path TEXT, first_line INTEGER, size INTEGER, mtime_ns INTEGER, hash TEXT,
  documents INTEGER);
CREATE INDEX IF NOT EXISTS units_by_path ON units (path);
CREATE TABLE IF NOT EXISTS notes (unit INTEGER, is_warning INTEGER, place TEXT, code TEXT, reason TEXT);
CREATE INDEX IF NOT EXISTS notes_by_unit ON notes (unit);
COMMIT;
CREATE TEMP TABLE confirmed (path TEXT PRIMARY KEY) WITHOUT ROWID;
)";
static_assert(kGradeCount == 5, "the table of parts has a column a grade");

DoneUnit read_unit(const Statement& row) {
  DoneUnit unit;
  unit.path = row.text(1);
  unit.first_line = static_cast<std::uint64_t>(row.number(2));
  unit.size = row.number(3);
  unit.mtime_ns = row.number(4);
  unit.hash = row.text(5);
  unit.documents = row.number(6);
  return unit;
}

}  // namespace

RunJournal::RunJournal(const std::filesystem::path& file) : database_(file) { database_.execute(kSchema); }

std::string RunJournal::identity() {
  const std::scoped_lock lock(mutex_);
  auto row = database_.prepare("SELECT identity FROM run");
  return row.step() ? row.text(0) : std::string();
}

void RunJournal::set_identity(const std::string& identity) {
  const std::scoped_lock lock(mutex_);
  database_.prepare("INSERT INTO run VALUES (?)").bind(1, identity).run();
}

void RunJournal::tell(const std::string& part, const LastIds& documents, const std::vector<DoneUnit>& units) {
  const std::scoped_lock lock(mutex_);
  database_.execute("BEGIN");
  auto insert_part = database_.prepare("INSERT OR REPLACE INTO parts VALUES (?,?,?,?,?,?)");
  insert_part.bind(1, part);
  for (std::size_t i = 0; i < kGradeCount; ++i)
    insert_part.bind(static_cast<int>(i) + 2, std::int64_t{documents[i]});
  insert_part.run();
  auto insert_unit = database_.prepare("INSERT INTO units VALUES (NULL,?,?,?,?,?,?,?) RETURNING number");
  auto insert_note = database_.prepare("INSERT INTO notes VALUES (?,?,?,?,?)");
  for (const auto& unit : units) {
    insert_unit.bind(1, part)
        .bind(2, unit.path)
        .bind(3, static_cast<std::int64_t>(unit.first_line))
        .bind(4, unit.size)
        .bind(5, unit.mtime_ns)
        .bind(6, unit.hash)
        .bind(7, unit.documents);
    insert_unit.step();
    const std::int64_t number = insert_unit.number(0);
    insert_unit.run();
    for (const bool is_warning : {false, true})
      for (const auto& note : is_warning ? unit.warnings : unit.failures)
        insert_note.bind(1, number)
            .bind(2, is_warning ? 1 : 0)
            .bind(3, note.place)
            .bind(4, note.code)
            .bind(5, note.reason)
            .run();
  }
  database_.execute("COMMIT");
}

std::map<std::string, LastIds> RunJournal::parts() {
  const std::scoped_lock lock(mutex_);
  auto rows = database_.prepare("SELECT part, g0, g1, g2, g3, g4 FROM parts");
  std::map<std::string, LastIds> found;
  while (rows.step())
    for (std::size_t i = 0; i < kGradeCount; ++i)
      found[rows.text(0)][i] = static_cast<std::uint32_t>(rows.number(static_cast<int>(i) + 1));
  return found;
}

std::vector<DoneUnit> RunJournal::units(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  auto rows = database_.prepare(
      "SELECT number, path, first_line, size, mtime_ns, hash, documents FROM units WHERE path = ? ORDER BY "
      "first_line");
  rows.bind(1, path);
  auto notes = database_.prepare("SELECT is_warning, place, code, reason FROM notes WHERE unit = ?");
  std::vector<DoneUnit> found;
  while (rows.step()) {
    DoneUnit unit = read_unit(rows);
    notes.bind(1, rows.number(0));
    while (notes.step())
      (notes.number(0) != 0 ? unit.warnings : unit.failures)
          .push_back({path, notes.text(1), notes.text(2), notes.text(3)});
    notes.reset();
    found.push_back(std::move(unit));
  }
  return found;
}

std::optional<DoneUnit> RunJournal::any_unit(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  auto row = database_.prepare(
      "SELECT number, path, first_line, size, mtime_ns, hash, documents FROM units WHERE path = ? LIMIT 1");
  row.bind(1, path);
  if (!row.step()) return std::nullopt;
  return read_unit(row);
}

void RunJournal::confirm(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  database_.prepare("INSERT OR IGNORE INTO confirmed VALUES (?)").bind(1, path).run();
}

std::vector<std::string> RunJournal::unconfirmed() {
  const std::scoped_lock lock(mutex_);
  auto rows = database_.prepare(
      "SELECT DISTINCT path FROM units WHERE path NOT IN (SELECT path FROM confirmed) ORDER BY path");
  std::vector<std::string> paths;
  while (rows.step()) paths.push_back(rows.text(0));
  return paths;
}

void RunJournal::forget_files(const std::vector<std::string>& paths) {
  const std::scoped_lock lock(mutex_);
  database_.execute("BEGIN");
  auto forget = database_.prepare("DELETE FROM units WHERE path = ?");
  for (const auto& path : paths) forget.bind(1, path).run();
  database_.execute("COMMIT");
}

void RunJournal::forget_part(const std::string& part) {
  const std::scoped_lock lock(mutex_);
  database_.prepare("DELETE FROM units WHERE part = ?").bind(1, part).run();
  database_.prepare("DELETE FROM parts WHERE part = ?").bind(1, part).run();
}

}  // namespace vankien
