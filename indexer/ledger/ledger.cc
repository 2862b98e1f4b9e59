#include "indexer/ledger/ledger.h"

namespace vankien {
namespace {

// "pending" tables mirror the published ones and hold what the running generation will change. NORMAL: no commit waits for
// the disk. What a power cut takes back was not published, or is in the published generation's own copy (recover).
constexpr const char* kSchema = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS files (
  path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, hash TEXT, outcome TEXT, documents INTEGER, duration_ms INTEGER,
  generation INTEGER, born TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failures (path TEXT, place TEXT, code TEXT, reason TEXT);
CREATE INDEX IF NOT EXISTS failures_by_path ON failures (path);
CREATE TABLE IF NOT EXISTS warnings (path TEXT, place TEXT, code TEXT, reason TEXT);
CREATE INDEX IF NOT EXISTS warnings_by_path ON warnings (path);
CREATE TABLE IF NOT EXISTS pending_files (
  path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, hash TEXT, outcome TEXT, documents INTEGER, duration_ms INTEGER,
  generation INTEGER, born TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pending_failures (path TEXT, place TEXT, code TEXT, reason TEXT);
CREATE TABLE IF NOT EXISTS pending_warnings (path TEXT, place TEXT, code TEXT, reason TEXT);
CREATE TABLE IF NOT EXISTS pending_removed (path TEXT);
CREATE TABLE IF NOT EXISTS pending_run (generation INTEGER, keep_old INTEGER);
CREATE TABLE IF NOT EXISTS belongs_to (generation INTEGER);
)";

constexpr const char* kSelectEntry =
    "SELECT path, size, mtime_ns, hash, outcome, documents, duration_ms, born FROM files";

LedgerEntry read_entry(const Statement& row) {
  return {row.text(0), row.number(1), row.number(2), row.text(3),
          row.text(4), row.number(5), row.number(6), row.text(7)};
}

template <typename Statement>
std::vector<Failure> read_rows(Statement rows) {
  std::vector<Failure> found;
  while (rows.step()) found.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
  return found;
}

}  // namespace

Ledger::Ledger(const std::filesystem::path& home, Mode mode)
    : home_(home),
      database_(mode == Mode::kRead ? Sqlite::open_to_read(home / kLedgerFile) : Sqlite(home / kLedgerFile)) {
  if (mode == Mode::kRead && database_.has_table("files")) return;
  database_.execute(kSchema);
  for (const char* table : {"files", "pending_files"})  // made before files could move
    if (!database_.has_column(table, "born"))
      database_.execute(std::string("ALTER TABLE ") + table + " ADD COLUMN born TEXT NOT NULL DEFAULT ''");
}

std::optional<std::uint64_t> Ledger::read_generation(const char* query) {
  auto row = database_.prepare(query);
  if (!row.step()) return std::nullopt;
  return static_cast<std::uint64_t>(row.number(0));
}

void Ledger::drop_pending() {
  database_.execute(
      "BEGIN; DELETE FROM pending_files; DELETE FROM pending_failures; DELETE FROM pending_warnings;"
      "DELETE FROM pending_removed; DELETE FROM pending_run; COMMIT;");
}

bool Ledger::has_notes() {
  return database_
      .prepare(
          "SELECT 1 FROM pending_files UNION ALL SELECT 1 FROM pending_failures UNION ALL SELECT 1 FROM "
          "pending_warnings UNION ALL SELECT 1 FROM pending_removed LIMIT 1")
      .step();
}

void Ledger::begin(std::uint64_t generation, bool keep_old) {
  const std::scoped_lock lock(mutex_);
  drop_pending();
  database_.prepare("INSERT INTO pending_run VALUES (?, ?)")
      .bind(1, static_cast<std::int64_t>(generation))
      .bind(2, keep_old ? 1 : 0)
      .run();
  database_.execute("BEGIN");  // one transaction for all notes of the run, until seal()
}

void Ledger::note(const LedgerEntry& entry) {
  const std::scoped_lock lock(mutex_);
  database_
      .prepare("INSERT OR REPLACE INTO pending_files SELECT ?,?,?,?,?,?,?, generation, ? FROM pending_run")
      .bind(1, entry.path)
      .bind(2, entry.size)
      .bind(3, entry.mtime_ns)
      .bind(4, entry.hash)
      .bind(5, entry.outcome)
      .bind(6, entry.documents)
      .bind(7, entry.duration_ms)
      .bind(8, entry.born)
      .run();
}

void Ledger::note_row(const char* insert, const Failure& row) {
  const std::scoped_lock lock(mutex_);
  database_.prepare(insert).bind(1, row.path).bind(2, row.place).bind(3, row.code).bind(4, row.reason).run();
}

void Ledger::note_failure(const Failure& failure) {
  note_row("INSERT INTO pending_failures VALUES (?,?,?,?)", failure);
}

void Ledger::note_warning(const LedgerWarning& warning) {
  note_row("INSERT INTO pending_warnings VALUES (?,?,?,?)", warning);
}

void Ledger::note_removed(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  database_
      .prepare(
          "INSERT INTO pending_removed SELECT ?1 WHERE EXISTS (SELECT 1 FROM files WHERE path = ?1) OR "
          "EXISTS "
          "(SELECT 1 FROM failures WHERE path = ?1) OR EXISTS (SELECT 1 FROM warnings WHERE path = ?1)")
      .bind(1, path)
      .run();
}

void Ledger::note_same_troubles(const std::string& from, const std::string& to) {
  const std::scoped_lock lock(mutex_);
  for (const char* copy :
       {"INSERT INTO pending_failures SELECT ?, place, code, reason FROM failures WHERE path = ?",
        "INSERT INTO pending_warnings SELECT ?, place, code, reason FROM warnings WHERE path = ?"})
    database_.prepare(copy).bind(1, to).bind(2, from).run();
}

void Ledger::seal() {
  const std::scoped_lock lock(mutex_);
  database_.execute("COMMIT");
}

void Ledger::adopt(std::uint64_t generation) {
  const std::scoped_lock lock(mutex_);
  database_.execute("BEGIN");
  bool keep_old = true;
  {
    auto run = database_.prepare("SELECT keep_old FROM pending_run WHERE generation = ?");
    run.bind(1, static_cast<std::int64_t>(generation));
    if (run.step()) keep_old = run.number(0) != 0;
  }
  if (has_notes()) database_.execute("PRAGMA user_version = 1");
  if (!keep_old) database_.execute("DELETE FROM files; DELETE FROM failures; DELETE FROM warnings;");
  database_.execute(
      "DELETE FROM failures WHERE path IN (SELECT path FROM pending_files UNION SELECT path FROM "
      "pending_removed);"
      "DELETE FROM warnings WHERE path IN (SELECT path FROM pending_files UNION SELECT path FROM "
      "pending_removed);"
      "DELETE FROM files WHERE path IN (SELECT path FROM pending_removed);"
      "INSERT OR REPLACE INTO files SELECT * FROM pending_files;"
      "INSERT INTO failures SELECT * FROM pending_failures;"
      "INSERT INTO warnings SELECT * FROM pending_warnings;"
      "DELETE FROM pending_files; DELETE FROM pending_failures; DELETE FROM pending_warnings; DELETE FROM "
      "pending_removed; DELETE FROM "
      "pending_run;"
      "COMMIT");
}

void Ledger::each_file(State state, const std::function<void(const std::string&, std::int64_t)>& take) {
  const std::scoped_lock lock(mutex_);
  const auto query = [state] {
    switch (state) {
      case State::kPublished:
        return "SELECT path, documents FROM files ORDER BY path";
      case State::kSealed:
        return "SELECT path, documents FROM pending_files UNION ALL "
               "SELECT path, documents FROM files WHERE (SELECT keep_old FROM pending_run)"
               " AND path NOT IN (SELECT path FROM pending_files)"
               " AND path NOT IN (SELECT path FROM pending_removed) ORDER BY path";
      case State::kChanged:
        break;
    }
    return "SELECT path, documents FROM pending_files UNION ALL "
           "SELECT path, 0 FROM pending_removed WHERE path NOT IN (SELECT path FROM pending_files) ORDER BY "
           "path";
  };
  auto rows = database_.prepare(query());
  while (rows.step()) take(rows.text(0), rows.number(1));
}

std::optional<LedgerEntry> Ledger::find(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  auto row = database_.prepare(std::string(kSelectEntry) + " WHERE path = ?");
  row.bind(1, path);
  return row.step() ? std::optional(read_entry(row)) : std::nullopt;
}

std::map<std::string, LedgerEntry> Ledger::entries() {
  const std::scoped_lock lock(mutex_);
  auto rows = database_.prepare(std::string(kSelectEntry) + " ORDER BY path");
  std::map<std::string, LedgerEntry> found;
  while (rows.step()) found.emplace_hint(found.end(), rows.text(0), read_entry(rows));
  return found;
}

std::vector<Failure> Ledger::failures() {
  const std::scoped_lock lock(mutex_);
  return read_rows(database_.prepare("SELECT path, place, code, reason FROM failures ORDER BY path, place"));
}

std::vector<LedgerWarning> Ledger::warnings(const std::string& code) {
  const std::scoped_lock lock(mutex_);
  auto rows = database_.prepare(
      "SELECT DISTINCT path, place, code, reason FROM warnings WHERE ?1 = '' OR code = ?1 ORDER BY path, "
      "place");
  rows.bind(1, code);
  return read_rows(std::move(rows));
}

}  // namespace vankien
