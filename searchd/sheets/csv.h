#pragma once

#include <string>

#include "searchd/sheets/cell.h"

namespace vankien::sheets {

/// Goes before the first row, so that spreadsheets take the file for UTF-8.
inline constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

/// One row as RFC 4180 has it, with its line end; `separator` is ',' or ';'. A text that begins with = + - @, a tab or a
/// carriage return, which a spreadsheet might take for a formula, gets an apostrophe before it.
///   {"05-NQ/TU", "=1+1", 7} → 05-NQ/TU,'=1+1,7\r\n
std::string csv_row(const Row& row, char separator);

}  // namespace vankien::sheets
