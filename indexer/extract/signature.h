#pragma once

#include <string_view>

#include "indexer/extract/extract.h"

namespace vankien {

/// The format to read a file as, by its bytes: extensions lie in real archives (a .docx that is a PDF, a .doc that
/// is a web page). `named` is what the extension promises; it decides alone only where the bytes have no mark of
/// their own, as text and fragments of HTML have none.
///     format_of_bytes("docx", "%PDF-1.7 …")  →  "pdf"
/// Throws ExtractError: encrypted for an office file under a password, unsupported_format when the bytes are a
/// format that is not read or a page named as a document (mostly somebody's login form), damaged when they are
/// no format we know.
std::string_view format_of_bytes(std::string_view named, std::string_view bytes, const ExtractLimits& limits);

/// Whether the first bytes of a file (8 are enough) are those of a format with a mark of its own: then it is worth
/// reading although its name says nothing.
bool has_mark(std::string_view head);

/// The same for a file whose name says nothing (`Quyet dinh 05`, `05-NQ.docx.bak`): "" if it is no format that its
/// bytes alone tell. Throws ExtractError: encrypted.
std::string_view format_of_marked_bytes(std::string_view bytes, const ExtractLimits& limits);

}  // namespace vankien
