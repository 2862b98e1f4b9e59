#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vankien {

/// How far "Số", "Luật số", "Nghị quyết số" … reach at the beginning of a folded cell; 0 if it begins otherwise.
/// "*Số", "(Số" and the "Sô", "Só" of scans count where a digit follows: Sở, a department, does not.
std::size_t after_so(std::u32string_view folded);

/// What stands behind "Số", with a plain number:
///   ": ..12../QĐ-HU", a form filled in by hand           →  " 12/QĐ-HU"
///   "l2/QĐ-HU", optical reading took the 1 for a letter  →  " 12/QĐ-HU"
/// "66.16/2026/NQ-CP" has a second number and keeps it; a blank number stays blank.
std::string with_plain_number(std::string_view behind);

}  // namespace vankien
