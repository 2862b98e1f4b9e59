#pragma once

#include <stdexcept>

namespace vankien {

/// The databases cannot be read: damaged, or the generation was removed under a request that came very late.
class IndexUnreadable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace vankien
