#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/metadata/head_lines.h"
#include "indexer/metadata/lines.h"

namespace vankien {

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
  /// The national heading itself is in small letters. TCVN3 has no capitals with marks, its capital fonts only
  /// drew them; decoded, what the paper shows in capitals is small or mixed. `capitals` of the head's short cells
  /// is then set as the paper had it.
  bool capitals_lost = false;

  /// Anything that only letterheads have was seen. Without it nothing is taken for the document's own.
  bool seen() const { return system.has_value(); }
};

Letterhead read_letterhead(std::vector<Line> lines);

}  // namespace vankien
