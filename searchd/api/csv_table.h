#pragma once

#include <string>
#include <vector>

namespace vankien::api {

/// Rows as a csv file for Excel: UTF-8 with a byte order mark, CRLF (RFC 4180), every cell in quotes. A cell that begins like
/// a formula gets an apostrophe before it, so that what stands in a title is never computed.
std::string csv_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace vankien::api
