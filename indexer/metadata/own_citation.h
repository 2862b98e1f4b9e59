#pragma once

#include <optional>

#include "analyzers/schema/symbol.h"
#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// What a page without a letterhead says of itself where it cites its own number:
///   "Kết luận số 69-KL/TW, ngày 11/01/2024 của Bộ Chính trị về tiếp tục …"
///     → issuer "Bộ Chính trị", title "Về tiếp tục …"
struct OwnCitation {
  std::optional<Field> issuer;
  std::optional<Field> title;
};

/// `own` is the document's own symbol. Nothing for documents that have a letterhead: it is the better
/// witness.
OwnCitation read_own_citation(const Letterhead& head, const Symbol& own);

}  // namespace vankien
