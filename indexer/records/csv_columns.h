#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/legacy/encoding.h"

namespace vankien {

/// What a map beside a table says of it (csv_rows.h).
struct CsvMap {
  struct Column {
    std::string heading;
    std::string field;  ///< empty = leave it out
  };
  std::vector<Column> columns;
  std::optional<char> delimiter;
  std::optional<LegacyEncoding> encoding;
};

/// An empty path gives an empty map. Throws ExtractError bad_json, bad_columns.
CsvMap read_csv_map(const std::filesystem::path& file);

/// The field of each column, "" for those left out. Throws ExtractError bad_columns if two columns are the same
/// field, none is one a document could be found by, or the map names a heading that is not there.
///     fields_of_columns({"STT", "Số, ký hiệu", "TRICH YEU"}, {})  →  {"STT", "symbol", "title"}
std::vector<std::string> fields_of_columns(const std::vector<std::string>& headings, const CsvMap& map);

/// A day as people write it, as ISO: "1/6/2022", "01-06-2022", "6/2022" → "2022-06-01", "2022-06"; day before month,
/// as in Vietnam. Anything else comes back as it is.
std::string iso_date(const std::string& text);

}  // namespace vankien
