#pragma once

#include <string_view>
#include <vector>

#include "analyzers/legacy/encoding.h"
#include "analyzers/legacy/first_look.h"

namespace vankien {

/// What is known of the source before the blocks are read.
enum class LegacySource {
  kUnicode,  ///< UTF-8: most texts are right as they are, so doubt leaves them
  kBytes,    ///< no UTF-8: something must be decoded
};

/// `shown` must live as long as the block is used.
struct Block {
  std::u32string_view shown;
  FirstLook look = FirstLook::kOpen;
};

/// The encoding of each block, kNone for those that stay.
std::vector<LegacyEncoding> find_verdicts(const std::vector<Block>& blocks, LegacySource source);

}  // namespace vankien
