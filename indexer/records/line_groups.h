#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/records/jsonl.h"

namespace vankien {

/// Gathers the records of one file until there are enough to be a worker's task: 32, or 1 MB of them.
///   LineGroups groups(take);  while (…) if (!groups.add(line, record)) return;  groups.flush();
class LineGroups {
 public:
  explicit LineGroups(const TakeLines& take) : take_(take) {}

  /// The record of this line, above the one before; what is left out in between is empty. False: no more is wanted.
  bool add(std::uint64_t line, std::string record) {
    if (lines_.empty()) first_ = line;
    lines_.resize(static_cast<std::size_t>(line - first_));
    bytes_ += record.size();
    lines_.push_back(std::move(record));
    return (lines_.size() < kMostLines && bytes_ < kMostBytes) || flush();
  }
  bool flush() {
    bytes_ = 0;
    return lines_.empty() || take_(first_, std::exchange(lines_, {}));
  }

 private:
  static constexpr std::size_t kMostLines = 32;
  static constexpr std::size_t kMostBytes = 1 << 20;

  const TakeLines& take_;
  std::vector<std::string> lines_;
  std::uint64_t first_ = 1;
  std::size_t bytes_ = 0;
};

}  // namespace vankien
