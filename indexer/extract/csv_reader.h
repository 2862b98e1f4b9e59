#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// One row of a table of comma-separated values.
struct CsvRow {
  std::uint64_t line = 0;   ///< where it begins, from 1
  std::uint64_t lines = 1;  ///< how many it spans: a quoted cell may hold line ends
  std::vector<std::string> cells;
  std::string problem;  ///< why it is not to be trusted: "a quote in line 7 is never closed"; usually empty
};

/// Reads a table as RFC 4180 has it, with any one-byte delimiter and any line ends. Our own, because libcsv, the one
/// in Debian, tells no line numbers and lets a quote that is never closed swallow the rest. A quote inside an
/// unquoted cell is a letter, as in Excel. Empty lines are no rows. Stops early if `take` returns false.
///     read_csv("a;\"b;c\"\n", ';', …)  →  {1, 1, {"a", "b;c"}}
void read_csv(std::string_view text, char delimiter, const std::function<bool(CsvRow)>& take);

/// The delimiter a table says in a first line of Excel's own, "sep=;", or the one of , ; and tab that its first
/// row has most of outside of quotes; ',' if none.
struct CsvDialect {
  char delimiter = ',';
  bool has_sep_line = false;  ///< the first line is Excel's and no row
};
CsvDialect dialect_of_csv(std::string_view text);

}  // namespace vankien
