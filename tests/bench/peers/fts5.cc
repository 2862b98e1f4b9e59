// SQLite's FTS5: a table of words without its texts, marks taken off but for đ; attributes in a second table. Ranked by bm25.
#include <sqlite3.h>

#include <map>
#include <memory>

#include "tests/bench/peers/peer.h"

namespace {

using namespace vankien::bench;

class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql) : database_(database) {
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK) fail();
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int at, const std::string& text) {
    sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  }
  void bind(int at, std::int64_t number) { sqlite3_bind_int64(statement_, at, number); }
  /// True while there are rows; resets itself behind the last.
  bool step() {
    const int status = sqlite3_step(statement_);
    if (status == SQLITE_ROW) return true;
    sqlite3_reset(statement_);
    if (status != SQLITE_DONE) fail();
    return false;
  }
  std::string text(int column) const {
    const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return value == nullptr ? "" : value;
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }

 private:
  [[noreturn]] void fail() const { throw std::runtime_error(sqlite3_errmsg(database_)); }
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

Database open(const std::string& folder) {
  sqlite3* database = nullptr;
  if (sqlite3_open((folder + "/fts5.sqlite").c_str(), &database) != SQLITE_OK)
    throw std::runtime_error("cannot open the database in " + folder);
  return Database(database);
}

void run(const Database& database, const char* sql) {
  if (sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(database.get()));
}

void make_index(const std::string& folder, const std::string& docs) {
  const auto database = open(folder);
  run(database, "PRAGMA journal_mode=WAL");
  run(database, "PRAGMA cache_size=-131072");
  run(database,
      "CREATE TABLE docs(number INTEGER PRIMARY KEY, id, title, symbol, type, issuer, year, month, level)");
  run(database,
      "CREATE VIRTUAL TABLE fts USING fts5(text, content='', tokenize=\"unicode61 remove_diacritics 2\")");
  run(database, "BEGIN");
  {
    Statement attributes(database.get(), "INSERT INTO docs VALUES(?,?,?,?,?,?,?,?,?)");
    Statement words(database.get(), "INSERT INTO fts(rowid, text) VALUES(?,?)");
    std::int64_t number = 0;
    read_documents(docs, [&](Document& document) {
      attributes.bind(1, ++number);
      attributes.bind(2, document.id);
      attributes.bind(3, document.title);
      attributes.bind(4, document.symbol);
      for (std::size_t i = 0; i < kFacets.size(); ++i)
        attributes.bind(5 + static_cast<int>(i), document.facets[i]);
      attributes.step();
      words.bind(1, number);
      words.bind(2, document.text);
      words.step();
    });
  }
  run(database, "COMMIT");
  run(database, "CREATE INDEX by_id ON docs(id)");
  run(database, "PRAGMA wal_checkpoint(TRUNCATE)");
}

std::string expression(const Question& question) {
  const bool quoted = question.kind == "phrase" || question.kind == "symbol";
  if (quoted) return "\"" + join(question.words, " ") + "\"";
  return "\"" + join(question.words, question.kind == "or" ? "\" OR \"" : "\" \"") + "\"";
}

void ask(const std::string& folder) {
  const auto database = open(folder);
  run(database, "PRAGMA mmap_size=8589934592");
  std::map<std::string, std::unique_ptr<Statement>> prepared;
  const auto statement = [&](const std::string& sql) -> Statement& {
    auto& kept = prepared[sql];
    if (!kept) kept = std::make_unique<Statement>(database.get(), sql);
    return *kept;
  };
  const std::string from = " FROM fts JOIN docs ON docs.number = fts.rowid WHERE fts MATCH ?1";
  answer_all([&](const Question& question) {
    const std::string narrowed =
        from + (question.filter.empty() ? "" : " AND docs." + question.filter + " = ?2");
    const auto bind = [&](Statement& asked) -> Statement& {
      asked.bind(1, expression(question));
      if (!question.filter.empty()) asked.bind(2, question.value);
      return asked;
    };
    Answer answer;
    auto& count = bind(statement(question.filter.empty() ? "SELECT count(*) FROM fts WHERE fts MATCH ?1"
                                                         : "SELECT count(*)" + narrowed));
    while (count.step()) answer.total = static_cast<std::uint64_t>(count.number(0));
    auto& hits = bind(statement("SELECT title, symbol" + narrowed + " ORDER BY rank LIMIT 20 OFFSET " +
                                std::to_string(question.offset)));
    for (; hits.step(); ++answer.hits) answer.bytes += hits.text(0).size() + hits.text(1).size();
    for (std::size_t i = 0; question.facets && i < kFacets.size(); ++i) {
      const std::string name = kFacets[i];
      auto& values = bind(
          statement("SELECT " + name + ", count(*)" + narrowed + " GROUP BY 1 ORDER BY 2 DESC LIMIT 20"));
      while (values.step()) answer.bytes += values.text(0).size();
    }
    return answer;
  });
}

// The peer's own default: WAL, synced as SQLite's default is.
void change(const std::string& folder, const std::string& docs, std::size_t count) {
  const auto database = open(folder);
  const auto reader = open(folder);
  Statement find(database.get(), "SELECT number FROM docs WHERE id = ?");
  Statement remove(database.get(), "INSERT INTO fts(fts, rowid, text) VALUES('delete', ?, ?)");
  Statement insert(database.get(), "INSERT INTO fts(rowid, text) VALUES(?, ?)");
  Statement seen(reader.get(), "SELECT count(*) FROM fts WHERE fts MATCH ?");
  change_all(docs, count, [&](Document& document, const std::string& mark) {
    run(database, "BEGIN");
    std::int64_t number = 0;
    find.bind(1, document.id);
    while (find.step()) number = find.number(0);
    remove.bind(1, number);
    remove.bind(2, document.text.substr(0, document.text.size() - mark.size() - 1));
    remove.step();
    insert.bind(1, number);
    insert.bind(2, document.text);
    insert.step();
    run(database, "COMMIT");
    seen.bind(1, mark);
    std::int64_t found = 0;
    while (seen.step()) found = seen.number(0);
    return found == 1;
  });
}

}  // namespace

int main(int argc, char** argv) { return run_peer(argc, argv, {make_index, ask, change}); }
