#pragma once

#include <algorithm>
#include <vector>

#include "indexer/metadata/letterhead.h"

namespace vankien {

/// The first `most` filled lines from `from` on.
inline std::vector<const Line*> filled_lines(const std::vector<Line>& lines, std::size_t from,
                                             std::size_t most) {
  std::vector<const Line*> filled;
  for (std::size_t i = from; i < lines.size() && filled.size() < most; ++i)
    if (!lines[i].cells.empty()) filled.push_back(&lines[i]);
  return filled;
}

/// Where urgency and draft are stamped: the head, and the first filled lines, where a scan has them above it.
inline std::vector<const Line*> stamp_lines(const Letterhead& head) {
  constexpr std::size_t kTop = 12;
  std::vector<const Line*> lines = filled_lines(head.lines, 0, kTop);
  for (std::size_t i = head.begin; i < std::min(head.end + 2, head.lines.size()); ++i)
    if (!head.lines[i].cells.empty() && std::find(lines.begin(), lines.end(), &head.lines[i]) == lines.end())
      lines.push_back(&head.lines[i]);
  return lines;
}

}  // namespace vankien
