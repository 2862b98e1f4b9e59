#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/schema/document_type.h"
#include "indexer/metadata/lines.h"

namespace vankien {

/// The line that says what kind of document it is: "NGHỊ QUYẾT", "T Ờ  T R Ì N H", "KẾT LUẬN CỦA BỘ CHÍNH TRỊ
/// …".
struct TypeLine {
  std::size_t line = 0;
  std::size_t cell = 0;
  const DocumentType* type = nullptr;
  std::size_t rest = 0;  ///< folded code points of the cell the type's name takes; the summary may follow
};

/// Where the head of a document is and what it says of its kind. Both columns are in it, whether they came
/// side by side, interleaved or one below the other:
///   TỈNH ỦY ĐÔNG GIANG        ĐẢNG CỘNG SẢN VIỆT NAM           ← issuer | which system
///   BAN TỔ CHỨC
///   Số 27-TTr/BTCTU           Giang Thành, ngày 19 tháng 6 năm 2017
///   V/v …                                                      ← letters: what it is about
///   MẬT
///   TỜ TRÌNH                                                   ← type line: the head ends above it
/// Source: 36-HD/VPTW and 05-HD/VPTW (party), Decree 30/2020/NĐ-CP annex I (state).
struct Letterhead {
  std::vector<Line> lines;
  std::size_t begin = 0;
  std::size_t end = 0;           ///< first line that is no longer head: type line, "Kính gửi" or the body
  std::optional<System> system;  ///< by the national heading; nothing if there is none
  std::optional<TypeLine> type_line;
  bool letter = false;        ///< "Kính gửi" where a type line would be
  bool consolidated = false;  ///< "VĂN BẢN HỢP NHẤT" stands above another type's line

  /// Anything that only letterheads have was seen. Without it nothing is taken for the document's own.
  bool seen() const { return system.has_value(); }
};

Letterhead read_letterhead(std::vector<Line> lines);

/// True for the lines with which the text itself begins: Căn cứ, Xét, Theo đề nghị, Điều 1, Chương I …
bool begins_body(const Cell& cell);

/// True if the first letter is a capital and others are not.
bool begins_sentence(const Cell& cell);

/// True for "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA …" and the motto: the right column's own lines.
bool is_national_heading(const Cell& cell);

}  // namespace vankien
