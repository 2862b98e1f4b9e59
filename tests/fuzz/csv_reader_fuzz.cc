// Any bytes taken for a table: rows whose lines follow one another, with no more letters than went in.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/csv_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::uint64_t next = 1;
  std::size_t letters = 0;
  vankien::read_csv(text, vankien::dialect_of_csv(text).delimiter, [&](const vankien::CsvRow& row) {
    if (row.line < next || row.lines == 0 || row.cells.empty()) std::abort();
    next = row.line + row.lines;
    for (const auto& cell : row.cells) letters += cell.size();
    return true;
  });
  if (letters > size) std::abort();
  return 0;
}
