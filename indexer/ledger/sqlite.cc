#include "indexer/ledger/sqlite.h"

#include <stdexcept>

namespace vankien {
namespace {

[[noreturn]] void fail(sqlite3* database) {
  const char* name = sqlite3_db_filename(database, "main");
  const std::string file = name == nullptr || *name == '\0' ? "a database in memory" : name;
  if (sqlite3_errcode(database) == SQLITE_FULL)
    throw std::runtime_error(file + ": the disk is full: make room on it, then run this again");
  throw std::runtime_error(file + ": " + sqlite3_errmsg(database));
}

void check(sqlite3* database, int code) {
  if (code != SQLITE_OK) fail(database);
}

// What a file name may hold and an address may not.
std::string encode(const std::string& path) {
  std::string out;
  for (const char c : path) out += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string(1, c);
  return out;
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  check(database, sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &made, nullptr));
  statement_.reset(made);
}

Statement& Statement::bind(int index, std::string_view text) {
  sqlite3_bind_text(statement_.get(), index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind(int index, std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), index, number);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail(sqlite3_db_handle(statement_.get()));
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return bytes == nullptr
             ? std::string()
             : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

Sqlite::Sqlite(const std::string& name, int flags) {
  sqlite3* made = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &made, flags, nullptr);
  database_.reset(made);
  if (code != SQLITE_OK) throw std::runtime_error(name + ": " + sqlite3_errmsg(made));
}

Sqlite::Sqlite(const std::filesystem::path& file)
    : Sqlite(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) {}

Sqlite Sqlite::open_to_read(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return Sqlite(":memory:", SQLITE_OPEN_READWRITE);
  // A write-ahead log is there only while somebody writes, or died writing; it needs files beside it. Without one the
  // file alone is the whole truth, and SQLite need not try to make any.
  const bool has_log = std::filesystem::exists(file.string() + "-wal", ignored);
  return has_log ? Sqlite(file.string(), SQLITE_OPEN_READONLY)
                 : Sqlite("file:" + encode(file.string()) + "?immutable=1",
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

bool Sqlite::has_table(const char* table) {
  auto row = prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
  row.bind(1, table);
  return row.step();
}

bool Sqlite::has_column(const char* table, const char* column) {
  auto row = prepare("SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
  row.bind(1, table).bind(2, column);
  return row.step();
}

void Sqlite::execute(const std::string& sql) {
  check(database_.get(), sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

}  // namespace vankien
