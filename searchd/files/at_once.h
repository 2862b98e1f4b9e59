#pragma once

#include <cstddef>

namespace vankien {

/// Files that are read at one time, by FileReader and by the threads that ask it: each may take a processor and a gigabyte. More
/// would be refused by the one though the other has a row for those that wait.
inline constexpr std::size_t kFilesAtOnce = 2;

}  // namespace vankien
