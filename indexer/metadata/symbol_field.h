#pragma once

#include <optional>
#include <string>

#include "analyzers/schema/symbol.h"
#include "indexer/metadata/letterhead.h"

namespace vankien {

/// A document's own number, and how sure its place makes it: "letterhead" or "text".
struct OwnSymbol {
  Symbol symbol;
  std::string from;
};

/// The symbol behind "Số" in the head, above the type line: "Số 05-NQ/TU", "Luật số: 117/2025/QH15", the
/// number broken over two lines. Old decrees and web pages print it right behind the type instead: "NGHỊ ĐỊNH
/// / SỐ 92/2003/NĐ-CP NGÀY …", "Kết luận số 69-KL/TW" as a line of its own at the top. Never one from Căn cứ,
/// from a summary or from "(Ban hành kèm theo …)". A blank number gives nothing.
std::optional<OwnSymbol> read_own_symbol(const Letterhead& head);

/// Where the head's "Số …" stands with its number left blank, the letters behind it: "Số      -BB/BTGTU" →
/// BB, BTGTU. They still tell type and level.
std::optional<Symbol> read_blank_symbol(const Letterhead& head);

/// The document this one is an enclosure of: "(Ban hành kèm theo Quyết định số 12-QĐ/TU, ngày …)" near its
/// top.
std::optional<Symbol> read_enclosing_symbol(const Letterhead& head);

}  // namespace vankien
