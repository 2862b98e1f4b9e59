#include "searchd/originals/indexed_file.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <stdexcept>

namespace vankien {
namespace {

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

// The copy was made before its generation was published: what the run found is still beside what was there before.
constexpr const char* kSelect =
    "SELECT size, mtime_ns, hash, outcome, documents FROM pending_files WHERE path = ?1 UNION ALL "
    "SELECT size, mtime_ns, hash, outcome, documents FROM files WHERE path = ?1"
    " AND COALESCE((SELECT keep_old FROM pending_run), 1)"
    " AND path NOT IN (SELECT path FROM pending_files) AND path NOT IN (SELECT path FROM pending_removed)";

std::string escape(const std::string& path) {
  std::string uri;
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%')
      uri += fmt::format("%{:02x}", static_cast<unsigned>(c));
    else
      uri += c;
  }
  return uri;
}

// Immutable: a published generation stays as it is, and SQLite leaves no files of its own beside it.
Database open(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  const std::string uri = "file:" + escape(std::filesystem::absolute(file).string()) + "?immutable=1";
  const int result = sqlite3_open_v2(uri.c_str(), &handle,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle);
  if (result != SQLITE_OK) throw std::runtime_error(fmt::format("{}: cannot be opened", file.string()));
  return database;
}

}  // namespace

std::optional<IndexedFile> find_indexed_file(const std::filesystem::path& generation,
                                             const std::string& path) {
  const std::filesystem::path file = generation / "ledger.sqlite";
  if (!std::filesystem::exists(file)) return std::nullopt;
  const Database database = open(file);
  sqlite3_stmt* prepared = nullptr;
  const int result = sqlite3_prepare_v2(database.get(), kSelect, -1, &prepared, nullptr);
  const Statement row(prepared);
  if (result != SQLITE_OK)
    throw std::runtime_error(fmt::format("{}: {}", file.string(), sqlite3_errmsg(database.get())));
  sqlite3_bind_text(row.get(), 1, path.data(), static_cast<int>(path.size()), SQLITE_TRANSIENT);
  const int step = sqlite3_step(row.get());
  if (step == SQLITE_DONE) return std::nullopt;
  if (step != SQLITE_ROW)
    throw std::runtime_error(fmt::format("{}: {}", file.string(), sqlite3_errmsg(database.get())));
  const auto text = [&](int column) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
    return bytes == nullptr ? std::string() : std::string(bytes);
  };
  const std::string outcome = text(3);
  if (outcome != "read" && outcome != "retry") return std::nullopt;
  return IndexedFile{sqlite3_column_int64(row.get(), 0), sqlite3_column_int64(row.get(), 1), text(2),
                     outcome == "read", sqlite3_column_int64(row.get(), 4)};
}

}  // namespace vankien
