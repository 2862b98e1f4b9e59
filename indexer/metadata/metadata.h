#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"

namespace vankien {

/// One field read from a document, and where: "letterhead", "title line", "date line", "own symbol", "stamp", "text",
/// "derived from date".
struct Field {
  std::string value;
  std::string from;
};

/// What a document says of itself. A missing field is ordinary: drafts, scans and forms leave them blank, and nothing is
/// invented.
struct Metadata {
  std::optional<Field> symbol;  ///< canonical
  std::optional<Field> type;    ///< name as in document_types()
  std::optional<Field> issuer;  ///< Tỉnh ủy Đông Giang
  std::optional<Field> level;   ///< trung ương | tỉnh | huyện | xã | chi bộ
  std::optional<Field> date;    ///< ISO; yyyy-mm where the day is blank
  std::optional<Field> title;   ///< trích yếu, in the paper's own letters, on one line
  std::optional<Field> term;    ///< "XIII" or "2020-2025"
  Grade grade = Grade::kOpen;
  std::string grade_from;       ///< "stamp", "symbol" (…/nb), "no stamp"
};

/// Reads the letterhead, the title line and the end of a document (pages as extracted, UTF-8).
Metadata read_metadata(const std::vector<std::string>& pages);

}  // namespace vankien
