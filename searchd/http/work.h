#pragma once

#include <cstdint>

namespace vankien::http {

/// What answering a request may take.
enum class Work : std::uint8_t {
  kShort,    ///< milliseconds
  kLong,     ///< it may: a second and more
  kFile,     ///< long too: a file that another program reads
  kInstant,  ///< microseconds: no index and no disk
};

}  // namespace vankien::http
