#pragma once

#include <optional>
#include <string_view>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/symbol_field.h"

namespace vankien {

/// trung ương | tỉnh | huyện | xã | chi bộ, from the issuer's name, and from the symbol's organ where a name
/// has two meanings: a Thành ủy writes TU if its city is a central one, ThU if it belongs to a province.
/// `issuer` as read_issuer spells it, empty if unknown.
std::optional<Field> read_level(std::string_view issuer, const std::optional<Symbol>& symbol,
                                std::string_view date);

}  // namespace vankien
