#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace vankien {

/// A prepared statement. Columns and parameters count from 1 and 0 as in SQLite: bind(1, …), text(0).
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, std::int64_t number);
  /// Next row; false at the end. Throws std::runtime_error with SQLite's message.
  bool step();
  /// Runs to the end and is ready for new parameters.
  void run();
  void reset();
  std::string text(int column) const;
  std::int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One connection to one file. Throws std::runtime_error naming the file.
class Sqlite {
 public:
  /// To read and write; made if there is none.
  explicit Sqlite(const std::filesystem::path& file);
  /// To read only, also where nothing can be written; an empty one in memory if there is no such file.
  static Sqlite open_to_read(const std::filesystem::path& file);
  bool has_table(const char* table);
  bool has_column(const char* table, const char* column);
  void execute(const std::string& sql);
  Statement prepare(std::string_view sql) { return Statement(database_.get(), sql); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  Sqlite(const std::string& name, int flags);

  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace vankien
