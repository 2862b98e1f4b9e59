#pragma once

#include <string>
#include <string_view>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// The head of a paper written as plain lines.
inline Letterhead head_of(std::string_view text) { return read_letterhead(read_lines(text, 100)); }

inline std::string value_of(const std::optional<Field>& field) {
  return field ? field->value : std::string("-");
}

}  // namespace vankien
