#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/archive/clearance.h"
#include "searchd/search/citations/cited_papers.h"

namespace vankien {

class Snapshot;

/// A citation of a draft, where it stands in two counts: bytes of UTF-8, and UTF-16 units as browsers count.
struct DraftFinding {
  DraftCitation citation;
  std::size_t utf16_begin = 0;
  std::size_t utf16_end = 0;
  CheckedCitation checked;
};

struct DraftReport {
  /// What the places count in, if the draft was typed in an encoding before Unicode and had to be decoded; else empty.
  std::string decoded;
  std::vector<DraftFinding> findings;  ///< the first `kMostFindings`, in the order of the text
  std::uint64_t total = 0;             ///< all citations there are
};

inline constexpr std::size_t kMostFindings = 2000;

/// Finds what a draft cites and holds it against what the caller may see. `date` is the draft's own, ISO, or empty.
/// Throws IndexUnreadable.
DraftReport check_draft(const Snapshot& snapshot, Clearance clearance, std::string_view text,
                        const std::string& date);

}  // namespace vankien
