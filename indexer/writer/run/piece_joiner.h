#pragma once

#include <string>

#include "indexer/writer/glass/pack.h"
#include "indexer/writer/run/run_format.h"

namespace vankien {

/// Joins pieces of one list, in order, to longer ones of at most `most_bytes` (or one piece); those that are done go to `take`.
template <class Take>
class PieceJoiner {
 public:
  PieceJoiner(std::size_t most_bytes, Take take) : most_bytes_(most_bytes), take_(std::move(take)) {}

  void add(const ListPiece& piece) {
    constexpr std::size_t kGapBytes = 5;
    if (!bytes_.empty() && bytes_.size() + kGapBytes + piece.bytes.size() > most_bytes_) finish();
    if (bytes_.empty())
      first_ = piece.first;
    else
      glass::append_number(bytes_, piece.first - last_ - 1);
    bytes_ += piece.bytes;
    last_ = piece.last;
  }
  void finish() {
    if (!bytes_.empty()) take_(ListPiece{first_, last_, bytes_});
    bytes_.clear();
  }

 private:
  std::size_t most_bytes_;
  Take take_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::string bytes_;
};

}  // namespace vankien
