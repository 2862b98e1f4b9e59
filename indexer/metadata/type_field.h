#pragma once

#include <optional>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/symbol_field.h"

namespace vankien {

/// The type, from the title line: a party QĐ is a Quyết định or a Quy định, and only the title line knows.
/// Letters have none: "Kính gửi" and no type line make a Công văn. Else from the symbol, where its letters
/// stand for one type only, or from the word before the own symbol ("Kết luận số 69-KL/TW").
/// `symbol` is the own one, or the own one with its number blank.
std::optional<Field> read_type(const Letterhead& head, const std::optional<Symbol>& symbol);

}  // namespace vankien
