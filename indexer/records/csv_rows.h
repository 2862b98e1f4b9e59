#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "indexer/records/jsonl.h"
#include "indexer/scan/scan.h"

namespace vankien {

/// True for .csv.
bool is_csv(const std::filesystem::path& file);

using RefuseRecord =
    std::function<void(std::uint64_t line, const std::string& code, const std::string& reason)>;

/// Hands over the rows of a table as lines of a .jsonl (read_json_line), at their own line numbers: a row over
/// three lines is followed by two empty ones. The first row names the columns: by the fields' own names, or as
/// offices write them with or without marks (Số ký hiệu, trich_yeu, NGÀY BAN HÀNH …), or as the map beside the file
/// says, the table's sidecar:
///     {"columns": {"Số hiệu gốc": "symbol", "Ghi chú": null}, "delimiter": ";", "encoding": "TCVN3"}
/// null leaves a column out; without "delimiter" the table decides, without "encoding" its bytes. Other columns
/// become further fields under their heading. Empty cells say nothing. Dates may be written 1/6/2022. A row without
/// an id gets "r-" and the XXH3-128 of the file's path and its cells: stable while both are.
/// Rows that are not as long as the first are refused (bad_row). Throws ExtractError: bad_columns, bad_json (the
/// map), bad_encoding, too_large, empty, unreadable.
void read_csv_rows(const SourceFile& file, const TakeLines& take, const RefuseRecord& refuse);

/// The lines of a .jsonl or .jsonl.gz, or the rows of a .csv.
void read_record_lines(const SourceFile& file, const TakeLines& take, const RefuseRecord& refuse,
                       std::size_t most_line_bytes = kMostLineBytes);

}  // namespace vankien
