#pragma once

#include <chrono>
#include <thread>

#include "indexer/pipeline/work.h"

namespace vankien {

/// Shows a run on stderr: a bar that rewrites itself on a terminal, a plain line every ten seconds elsewhere.
///   ████████████████░░░░░░░░░░░░ 8/12 files, 301 documents, 25/s, 1.2 MB of text, 3 failed, 57 %, 1 min 15 s left
/// Ends with the object.
class Progress {
 public:
  explicit Progress(const RunCounts& counts);
  ~Progress();

 private:
  void show(bool last) const;

  const RunCounts& counts_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  bool terminal_;
  std::jthread thread_;
};

}  // namespace vankien
