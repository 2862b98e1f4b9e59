#include "indexer/extract/letterless.h"

#include <algorithm>

#include "indexer/extract/utf.h"

namespace vankien {

void refuse_letterless(const ExtractedText& text, bool has_pictures) {
  const bool letters = std::any_of(text.pages.begin(), text.pages.end(),
                                   [](const std::string& page) { return count_letters(page) > 0; });
  if (letters) return;
  if (has_pictures) throw ExtractError("needs_ocr", "the document holds pictures only");
  throw ExtractError("empty", "no letter in the document");
}

}  // namespace vankien
