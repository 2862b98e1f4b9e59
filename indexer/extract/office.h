#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/extract.h"

namespace vankien {

/// Warning that a .doc was read without LibreOffice, which would have read it better.
inline constexpr const char* kLinesOutOfPlace = "lines_out_of_place";

/// Has LibreOffice write a file of one format as another that we read ourselves:
///     converted_by_office(bytes, "xls", "xlsx", limits)  →  the bytes of a .xlsx
/// In a process and a profile of its own (two runs never meet), 1.3 s for most files; nothing of it stays.
/// Throws ExtractError: missing_program, timeout, too_large, crashed; damaged when LibreOffice makes nothing of it.
std::string converted_by_office(std::string_view bytes, const std::string& from, const std::string& to,
                                const ExtractLimits& limits);

}  // namespace vankien
