#include "indexer/records/csv_rows.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "analyzers/legacy/legacy_text.h"
#include "indexer/extract/csv_reader.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/legacy.h"
#include "indexer/records/csv_columns.h"
#include "indexer/records/line_groups.h"

namespace vankien {
namespace {

// The table stands in memory while it is read; ten times a large office's register of a year.
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

std::string text_of(const std::filesystem::path& file, const CsvMap& map) {
  std::error_code error;
  if (std::filesystem::file_size(file, error) > kMostBytes || error)
    throw ExtractError(error ? "unreadable" : "too_large",
                       error ? error.message()
                             : fmt::format("table of more than {} MB: split it, or hand it over as .jsonl",
                                           kMostBytes >> 20));
  std::ifstream in(file, std::ios::binary);
  if (!in) throw ExtractError("unreadable", "cannot be opened");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.empty()) throw ExtractError("empty", "file of 0 bytes");
  if (map.encoding) return read_as(*map.encoding, bytes);
  std::vector<Warning> warnings;
  return repair_legacy(text_of_bytes(bytes, warnings)).text;
}

std::string id_of_row(const std::string& path, const std::vector<std::string>& cells) {
  std::string all = path;
  for (const std::string& cell : cells) (all += '\0') += cell;
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  return fmt::format("r-{:016x}{:016x}", hash.high64, hash.low64);
}

std::string json_of_row(const std::vector<std::string>& fields, const std::vector<std::string>& cells,
                        const std::string& path) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (!fields[i].empty() && !cells[i].empty())
      json[fields[i]] = fields[i] == "date" ? iso_date(cells[i]) : cells[i];
  if (!json.contains("id")) json["id"] = id_of_row(path, cells);
  return json.dump();
}

void trim(std::string& cell) {
  const auto first = cell.find_first_not_of(" \t\n");
  cell = first == std::string::npos ? std::string()
                                    : cell.substr(first, cell.find_last_not_of(" \t\n") - first + 1);
}

}  // namespace

bool is_csv(const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  return ending == ".csv" || ending == ".CSV";
}

void read_csv_rows(const SourceFile& file, const TakeLines& take, const RefuseRecord& refuse) {
  const CsvMap map = read_csv_map(file.sidecar);
  const std::string text = text_of(file.file, map);
  const CsvDialect dialect = dialect_of_csv(text);
  std::optional<std::vector<std::string>> fields;
  bool skip = dialect.has_sep_line;
  LineGroups groups(take);  // lines in between are rests of rows, and refused or empty ones
  read_csv(text, map.delimiter.value_or(dialect.delimiter), [&](CsvRow row) {
    if (std::exchange(skip, false)) return true;
    for (std::string& cell : row.cells) trim(cell);
    if (!row.problem.empty()) {
      if (!fields) throw ExtractError("bad_columns", row.problem);
      refuse(row.line, "bad_row", row.problem);
      return true;
    }
    if (!fields) {
      fields = fields_of_columns(row.cells, map);
      return true;
    }
    if (row.cells.size() != fields->size()) {
      refuse(row.line, "bad_row", fmt::format("{} cells under {} columns", row.cells.size(), fields->size()));
      return true;
    }
    const bool blank =
        std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return cell.empty(); });
    return blank || groups.add(row.line, json_of_row(*fields, row.cells, file.path));
  });
  if (!fields) throw ExtractError("empty", "no row in the table");
  groups.flush();
}

void read_record_lines(const SourceFile& file, const TakeLines& take, const RefuseRecord& refuse,
                       std::size_t most_line_bytes) {
  if (is_csv(file.file)) return read_csv_rows(file, take, refuse);
  read_lines(
      file.file, take,
      [&](std::uint64_t line, const std::string& reason) { refuse(line, "too_large", reason); },
      most_line_bytes);
}

}  // namespace vankien
