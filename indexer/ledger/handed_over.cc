#include "indexer/ledger/handed_over.h"

namespace vankien {
namespace {

constexpr const char* kSchema = R"(
PRAGMA secure_delete = ON;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS documents (
  id TEXT, grade INTEGER, grade_from TEXT, fields TEXT, PRIMARY KEY (id, grade)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outcomes (task INTEGER PRIMARY KEY, outcome TEXT);
)";

std::int64_t number_of(Grade grade) { return static_cast<std::int64_t>(grade); }

HandedOver read_row(const Statement& row) {
  return {row.text(0), static_cast<Grade>(row.number(1)), row.text(2), row.text(3)};
}

}  // namespace

HandedOverDocuments::HandedOverDocuments(const std::filesystem::path& home)
    : database_(home / "handed-over.sqlite") {
  database_.execute(kSchema);
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

}  // namespace vankien
