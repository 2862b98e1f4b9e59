#include "indexer/ledger/handed_over.h"

namespace vankien {
namespace {

constexpr const char* kFile = "handed-over.sqlite";

// The timeout: `check` may meet another's commit, which takes moments. The mark is the file's user_version (1 = to be
// applied anew): part of every transaction, and there in lists of earlier versions too. The journal is cut to nothing at
// a commit and the cut is synced; were it removed, the folder had to be synced too, twice: a journal that is back after a
// power cut takes a told commit back. EXTRA is for the first one's birth.
constexpr const char* kBehaviour = R"(
PRAGMA busy_timeout = 10000;
PRAGMA secure_delete = ON;
PRAGMA synchronous = EXTRA;
PRAGMA journal_mode = TRUNCATE;
)";

// In one transaction, which waits for the disk six times; none where they are there.
constexpr const char* kSchema = R"(
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS documents (
  id TEXT, grade INTEGER, grade_from TEXT, fields TEXT, PRIMARY KEY (id, grade)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outcomes (task INTEGER PRIMARY KEY, outcome TEXT);
COMMIT;
)";

std::int64_t number_of(Grade grade) { return static_cast<std::int64_t>(grade); }

bool read_mark(Sqlite& database) {
  auto row = database.prepare("PRAGMA user_version");
  return row.step() && row.number(0) == 1;
}

HandedOver read_row(const Statement& row) {
  return {row.text(0), static_cast<Grade>(row.number(1)), row.text(2), row.text(3)};
}

}  // namespace

HandedOverDocuments::HandedOverDocuments(const std::filesystem::path& home) : database_(home / kFile) {
  database_.execute(kBehaviour);
  if (!database_.has_table("outcomes")) database_.execute(kSchema);
}

bool HandedOverDocuments::is_there(const std::filesystem::path& home) {
  return std::filesystem::exists(home / kFile);
}

bool HandedOverDocuments::is_marked(const std::filesystem::path& home) {
  // Past all locks: a reindex may hold the list for hours. One number in the file's head cannot be half written, and
  // who acts on it asks again under the home's lock.
  auto database = Sqlite::open_to_read(home / kFile);
  return read_mark(database);
}

void HandedOverDocuments::begin() { database_.execute("BEGIN IMMEDIATE"); }

void HandedOverDocuments::commit() { database_.execute("COMMIT"); }

std::vector<HandedOver> HandedOverDocuments::find(const std::string& id, Grade clearance) {
  auto rows = database_.prepare(
      "SELECT id, grade, grade_from, fields FROM documents WHERE id = ? AND grade <= ? ORDER BY grade DESC");
  rows.bind(1, id).bind(2, number_of(clearance));
  std::vector<HandedOver> found;
  while (rows.step()) found.push_back(read_row(rows));
  return found;
}

void HandedOverDocuments::put(const HandedOver& document) {
  database_.prepare("INSERT OR REPLACE INTO documents VALUES (?,?,?,?)")
      .bind(1, document.id)
      .bind(2, number_of(document.grade))
      .bind(3, document.grade_from)
      .bind(4, document.fields)
      .run();
}

bool HandedOverDocuments::remove(const std::string& id, Grade grade) {
  auto removed = database_.prepare("DELETE FROM documents WHERE id = ? AND grade = ? RETURNING 1");
  removed.bind(1, id).bind(2, number_of(grade));
  bool any = false;
  while (removed.step()) any = true;
  return any;
}

bool HandedOverDocuments::is_empty() { return !database_.prepare("SELECT 1 FROM documents").step(); }

void HandedOverDocuments::for_each(Grade clearance, const std::function<void(const HandedOver&)>& take) {
  auto rows = database_.prepare(
      "SELECT id, grade, grade_from, fields FROM documents WHERE grade <= ? ORDER BY id, grade");
  rows.bind(1, number_of(clearance));
  while (rows.step()) take(read_row(rows));
}

void HandedOverDocuments::note_outcome(std::uint64_t task, const std::string& outcome) {
  database_.prepare("INSERT OR REPLACE INTO outcomes VALUES (?,?)")
      .bind(1, static_cast<std::int64_t>(task))
      .bind(2, outcome)
      .run();
}

std::vector<std::pair<std::uint64_t, std::string>> HandedOverDocuments::outcomes() {
  auto rows = database_.prepare("SELECT task, outcome FROM outcomes ORDER BY task");
  std::vector<std::pair<std::uint64_t, std::string>> found;
  while (rows.step()) found.emplace_back(static_cast<std::uint64_t>(rows.number(0)), rows.text(1));
  return found;
}

void HandedOverDocuments::forget_outcomes() { database_.execute("DELETE FROM outcomes"); }

void HandedOverDocuments::mark_to_apply_anew() { database_.execute("PRAGMA user_version = 1"); }

bool HandedOverDocuments::is_to_apply_anew() { return read_mark(database_); }

void HandedOverDocuments::note_applied() { database_.execute("PRAGMA user_version = 0"); }

}  // namespace vankien
