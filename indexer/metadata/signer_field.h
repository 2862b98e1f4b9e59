#pragma once

#include <optional>

#include "indexer/metadata/closing.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// Who signed, as what, and for whom. Each part may be missing: party papers often print no name.
struct Signature {
  std::optional<Field> signer;     ///< Hoàng Thị Khỏe; of a joint act all, with commas
  std::optional<Field> position;   ///< PHÓ CHÁNH VĂN PHÒNG
  std::optional<Field> authority;  ///< K/T CHÁNH VĂN PHÒNG; several lines with commas
};

/// From the closing: capitals that begin with an authority or an office, then a name without academic titles
/// and ranks, "(đã ký)" between them or not, on lines of their own or all on one:
///   "TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG [đã ký] Nguyễn Văn A"
///     → Nguyễn Văn A, PHÓ THỦ TƯỚNG, "TM. CHÍNH PHỦ, KT. THỦ TƯỚNG"
/// From "signature". A form's empty signature gives nothing. Source: 36-HD/VPTW (T/M, K/T, T/L), Decree
/// 30/2020/NĐ-CP annex I (TM., KT., TL., TUQ., Q.).
Signature read_signature(const Closing& closing);

}  // namespace vankien
