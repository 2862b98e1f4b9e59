#pragma once

#include <array>
#include <cstdint>

#include "analyzers/schema/grade.h"

namespace vankien {

/// How many documents of each grade one part of a reindex holds, whose numbers are 1, 2, 3 … in each of its runs.
using LastIds = std::array<std::uint32_t, kGradeCount>;

}  // namespace vankien
