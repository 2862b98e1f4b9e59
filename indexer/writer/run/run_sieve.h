#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

namespace vankien {

/// Documents of runs that are not to be published: their numbers in the run, from 1 on, in order.
using LeftOut = std::map<std::filesystem::path, std::vector<std::uint32_t>>;

/// The runs, those that have documents to leave out replaced by copies without them below `scratch`, those of which nothing is left
/// by none. What is left out is in no byte of a copy. A run's longest list is held in memory.
/// Throws std::runtime_error (std::system_error) if a file cannot be read or written.
std::vector<std::filesystem::path> sift_runs(const std::vector<std::filesystem::path>& runs,
                                             const LeftOut& left_out, const std::filesystem::path& scratch);

}  // namespace vankien
