#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vankien {

/// True for .jsonl and .jsonl.gz.
bool is_jsonl(const std::filesystem::path& file);

/// Reads the lines of a .jsonl or .jsonl.gz in groups (`first` = number of the group's first line, from 1),
/// empty lines included. Stops early if `take` returns false. A line over `most_line_bytes` is skipped and told to
/// `refuse`. Throws ExtractError (unreadable, damaged: the whole lines before the damage were handed over).
inline constexpr std::size_t kMostLineBytes = std::size_t{64} << 20;
using TakeLines = std::function<bool(std::uint64_t first, std::vector<std::string> lines)>;
using RefuseLine = std::function<void(std::uint64_t line, const std::string& reason)>;
void read_lines(const std::filesystem::path& file, const TakeLines& take, const RefuseLine& refuse,
                std::size_t most_line_bytes = kMostLineBytes);

}  // namespace vankien
