#pragma once

#include <zip.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extract.h"

namespace vankien {

/// Reads members of a zip archive that stands in memory. Sizes an archive declares are believed only when
/// they are too big; what counts is what comes out. Names are compared, never used as paths. `bytes` must
/// outlive the reader. Throws ExtractError: damaged, encrypted, too_large.
class ZipReader {
 public:
  ZipReader(std::string_view bytes, const ExtractLimits& limits);

  /// Names of all members, in the archive's order.
  const std::vector<std::string>& names() const { return names_; }
  bool has(std::string_view name) const;

  /// Hands a member over block by block; `take` returns false to stop early.
  void read(const std::string& name, const std::function<bool(std::string_view block)>& take);

 private:
  struct Closer {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  std::unique_ptr<zip_t, Closer> archive_;
  std::vector<std::string> names_;
  std::size_t allowance_;  // bytes that may still be unpacked, over all members together
};

}  // namespace vankien
