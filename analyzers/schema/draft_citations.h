#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/session.h"
#include "analyzers/schema/symbol.h"

namespace vankien {

/// A document as a draft cites it, with all that is said of it.
///   "… theo Nghị quyết số 5-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang về …"
///     → 05-NQ/TU, Nghị quyết, 2022-06-01, "Tỉnh ủy Đông Giang"; bytes up to "Giang"; written "5-NQ/TU"
struct DraftCitation {
  std::optional<Symbol> symbol;    ///< nothing for "Nghị quyết Trung ương 4 khóa XII"
  std::optional<Session> session;  ///< the meeting it is named by
  std::string type;  ///< name as in document_types(), if it is said; else of the symbol; may be empty
  bool type_said = false;
  std::string date;         ///< ISO, behind the symbol or behind the issuer; empty = not said
  std::string issuer;       ///< as printed, behind "của"; empty = not said
  std::string written;      ///< the symbol's own letters as printed; empty if it is said in words
  std::string text;         ///< all of it as printed, blanks single
  std::uint32_t begin = 0;  ///< its bytes are [begin, end) of the text
  std::uint32_t end = 0;
};

/// The citations of a text (any bytes), in order, not overlapping: by symbol, by number and organ in words ("Nghị quyết
/// 05 của Tỉnh ủy"), by a meeting. A date or issuer that stands in another sentence is none of theirs. Takes time in
/// proportion to the text.
std::vector<DraftCitation> find_draft_citations(std::string_view text);

/// True if the symbol is printed by the rules: "05-NQ/TU" but for blanks and line ends, not "5-NQ/TU", "05/NQ-TU", "05-NQ-TU".
bool is_well_written(const DraftCitation& citation);

}  // namespace vankien
