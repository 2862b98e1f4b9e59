#pragma once

#include <string_view>

namespace vankien {

/// Compares a file's first bytes with what its extension promises; both lie in real archives (a .docx that is
/// a PDF, a .pdf that is a login page). Throws ExtractError: encrypted for an office file under a password,
/// unsupported_format when the bytes are another known format, damaged when they are no format we know.
void check_signature(std::string_view format, std::string_view bytes);

}  // namespace vankien
