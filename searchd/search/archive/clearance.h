#pragma once

#include "analyzers/schema/grade.h"

namespace vankien {

/// What the caller may see: all grades up to this one. Comes from the key, never from a request field.
using Clearance = Grade;

}  // namespace vankien
