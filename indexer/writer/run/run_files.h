#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// run_name(3, "open") == "3-open.run"
std::string run_name(unsigned number, std::string_view grade);

/// The runs of a grade in the folders below `shards`, in order of their names, so that the same folders give the same index.
/// No folder: none.
std::vector<std::filesystem::path> find_runs(const std::filesystem::path& shards, std::string_view grade);
/// Those of one part.
std::vector<std::filesystem::path> find_part_runs(const std::filesystem::path& part, std::string_view grade);

}  // namespace vankien
