#pragma once

#include <cstddef>
#include <optional>

#include "analyzers/schema/document_type.h"
#include "indexer/metadata/lines.h"

namespace vankien {

// What single cells of a document's beginning are, whatever stands around them.

/// The line that says what kind of document it is: "NGHỊ QUYẾT", "T Ờ  T R Ì N H", "KẾT LUẬN CỦA BỘ CHÍNH TRỊ
/// …".
struct TypeLine {
  std::size_t line = 0;
  std::size_t cell = 0;
  const DocumentType* type = nullptr;
  std::size_t rest = 0;  ///< folded code points of the cell the type's name takes; the summary may follow
};

/// The type line in this cell, `line` and `cell` left 0. In small letters ("Quyết định") only a whole cell below
/// the national heading counts.
std::optional<TypeLine> type_of(const Cell& cell, bool below_heading);

/// Whose national heading the cell is: "ĐẢNG CỘNG SẢN VIỆT NAM" in capitals, "CỘNG HÒA …" in any letters. Marks and
/// blanks do not count: optical reading loses them in capitals first.
std::optional<System> system_of(const Cell& cell);

/// True for "Số 05-NQ/TU", "Số: 12/QĐ-UBND" on a line of its own.
bool has_number(const Cell& cell);

/// True for the lines with which the text itself begins: Căn cứ, Xét, Theo đề nghị, Điều 1, Chương I …
bool begins_body(const Cell& cell);

/// True if the first letter is a capital and others are not.
bool begins_sentence(const Cell& cell);

/// True for "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA …" and the motto: the right column's own lines.
bool is_national_heading(const Cell& cell);

}  // namespace vankien
