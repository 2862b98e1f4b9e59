#pragma once

#include <string>
#include <string_view>

namespace vankien {

/// Shows a spreadsheet's number as its cell does, in Vietnamese notation (1.234,5), so that what is read on the
/// paper is found. Days are counted from 1900, or from 1904 if the workbook says so. What a format says beyond
/// digits, dates, percent and literal text – colours, conditions, fractions – is left out.
///     show_number(45356, "dd/mm/yyyy", false)  →  "05/03/2024"      show_number(1234.5, "#,##0.00", false)  →  "1.234,50"
///     show_number(0.5, "0%", false)            →  "50%"             show_number(1250, "General", false)     →  "1250"
std::string show_number(double number, std::string_view format, bool from_1904);

/// The formats that files name by number only (ECMA-376 part 1, 18.8.30), in the order of day, month, year that is
/// used here; "General" for others.
std::string_view builtin_format(unsigned id);

}  // namespace vankien
