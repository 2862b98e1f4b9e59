#pragma once

#include <cstddef>
#include <stdexcept>

namespace vankien {

/// Bytes of all the words that one request may search for: a hundred pasted pages would hold a thread for half a minute.
inline constexpr std::size_t kMostSearchBytes = 60'000;

/// The lines of a list that become searches have more together.
class SearchesTooLong : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace vankien
