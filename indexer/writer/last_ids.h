#pragma once

#include <array>
#include <cstdint>

#include "analyzers/schema/grade.h"

namespace vankien {

/// The highest document number of each grade in one worker's databases, 0 where there is none. They only rise:
/// what was committed after these were taken has higher ones.
using LastIds = std::array<std::uint32_t, kGradeCount>;

}  // namespace vankien
