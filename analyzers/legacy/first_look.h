#pragma once

#include <string_view>

namespace vankien {

/// What one pass over a line's bytes tells.
enum class FirstLook {
  kRight,    ///< letters that only Unicode has, and little else: Vietnamese as it should be
  kOpen,     ///< plain ASCII, or too little to tell: goes with its neighbours
  kSuspect,  ///< something no right Vietnamese has
  kTwice,    ///< the traces of a second conversion: cơng, cĩ, tỏc
};

/// Cheap, so that good text costs next to nothing: a table of the code points below U+2000 and a few pairs of
/// letters that converters leave. `line` must be valid UTF-8.
FirstLook look_at(std::string_view line);

}  // namespace vankien
