#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/extract.h"

namespace vankien {

/// One stream of the container that Word, Excel and PowerPoint up to 2003 write their files in:
///     ole_stream(bytes, "WordDocument", limits)
/// nullopt when there is none of that name. Throws ExtractError: damaged when the bytes are no such container or the
/// stream cannot be read, too_large when it is longer than limits.input_bytes.
std::optional<std::string> ole_stream(std::string_view bytes, const char* name, const ExtractLimits& limits);

}  // namespace vankien
