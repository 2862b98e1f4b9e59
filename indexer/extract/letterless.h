#pragma once

#include "indexer/extract/extract.h"

namespace vankien {

/// Throws ExtractError if no page holds a letter: needs_ocr if the document has pictures, empty otherwise.
void refuse_letterless(const ExtractedText& text, bool has_pictures);

}  // namespace vankien
