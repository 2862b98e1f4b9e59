#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vankien {

/// True for .jsonl and .jsonl.gz.
bool is_jsonl(const std::filesystem::path& file);

/// Reads the lines of a .jsonl or .jsonl.gz in groups (`first` = number of the group's first line, from 1),
/// empty lines left out of work but counted. Stops early if `take` returns false. Throws ExtractError
/// (unreadable, damaged; too_large for a line over 64 MB, which is named).
using TakeLines = std::function<bool(std::uint64_t first, std::vector<std::string> lines)>;
void read_lines(const std::filesystem::path& file, const TakeLines& take);

}  // namespace vankien
