#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/document_name.h"
#include "searchd/search/archive/clearance.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

class Snapshot;

struct SimilarDocument {
  DocumentName name;
  double score = 0;  ///< 0…1 of what the document itself would have
};

/// Documents about the same: those that share the pairs of words that tell this one from the rest of the archive, from its
/// title and its text; likest first. Judged by the caller's databases alone.
/// Nothing for an unknown id and for one above the clearance. Throws IndexUnreadable.
std::optional<std::vector<SimilarDocument>> find_similar(const Snapshot& snapshot, Clearance clearance,
                                                         const std::string& id, std::size_t limit);

/// Papers that come again: same type, and the same title but for its numbers, Arabic and Roman.
///   "Báo cáo kết quả công tác tháng 5 năm 2023"  ↔  "Báo cáo kết quả công tác tháng 12 năm 2022"
struct Series {
  std::vector<DocumentName> documents;  ///< newest first, without the document itself
  std::uint64_t total = 0;              ///< all of them
};
/// As above. A document without a title has no series.
std::optional<Series> find_series(const Snapshot& snapshot, Clearance clearance, const std::string& id,
                                  std::size_t limit);

}  // namespace vankien
