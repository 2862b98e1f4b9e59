#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"
#include "analyzers/schema/relation.h"

namespace vankien {

/// One field read from a document, and where: "letterhead", "title line", "date line", "symbol", "own
/// symbol", "signature", "stamp", "text", "derived from date".
struct Field {
  std::string value;
  std::string from;
};

/// Why a person must look at a document's grade, and where: "page 3", or empty for the first page.
struct GradeDoubt {
  std::string place;
  std::string reason;  ///< English sentence
};

/// What a document says of itself. A missing field is ordinary: drafts, scans and forms leave them blank, and
/// nothing is invented.
struct Metadata {
  std::optional<Field> symbol;  ///< canonical
  std::optional<Field> type;    ///< name as in document_types()
  std::optional<Field> issuer;  ///< Tỉnh ủy Đông Giang; old tone placement whatever the paper has
  std::optional<Field> level;   ///< trung ương | tỉnh | huyện | xã | chi bộ
  std::optional<Field> place;   ///< place_field.h
  std::optional<Field> date;    ///< ISO; yyyy-mm where the day is blank
  std::optional<Field> title;  ///< trích yếu on one line, first letter large; words and tone placement as on
                               ///< the paper, in NFC and with U+00D0 repaired
  std::optional<Field> term;     ///< "XIII" or "2020-2025"
  std::optional<Field> session;  ///< the meeting that adopted it: "4" = the fourth plenum, "đại hội"
  std::optional<Field> enclosed_with;  ///< canonical symbol of the act this is an enclosure of; not its own
  std::optional<Field> signer;         ///< these three as in signer_field.h
  std::optional<Field> position;
  std::optional<Field> authority;
  std::optional<Field> urgency;         ///< khẩn | thượng khẩn | hỏa tốc | hỏa tốc hẹn giờ
  std::optional<Field> draft;           ///< dự thảo | dự thảo lần 2
  std::vector<std::string> recipients;  ///< recipients_field.h
  std::vector<Relation> relations;      ///< relations_field.h
  Grade grade = Grade::kOpen;
  std::string grade_from;  ///< "stamp", "symbol" (…/nb), "no stamp"
  std::vector<GradeDoubt> grade_doubts;
};

/// Reads the letterhead, the title line and the end of a document (pages as extracted, UTF-8; any bytes are
/// accepted). Of a copy with a second head block the first counts.
///   pages {"TỈNH ỦY ĐÔNG GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 05-NQ/TU\tGiang Thành, ngày 01 tháng 6 năm
///   2022\n"
///          "NGHỊ QUYẾT\nvề nguồn nhân lực\n-----\n…"}
///   → 05-NQ/TU, Nghị quyết, Tỉnh ủy Đông Giang, tỉnh, 2022-06-01, Về nguồn nhân lực, 2020-2025, open
Metadata read_metadata(const std::vector<std::string>& pages);

}  // namespace vankien
