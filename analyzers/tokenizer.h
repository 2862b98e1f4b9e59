#pragma once

#include "analyzers/mapped_text.h"
#include "analyzers/token.h"

namespace vankien {

/// Words and numbers of a folded text, in order; a word ends where letters turn into digits (TW4 → tw 4, QH15
/// → qh 15), so that `NQ05` and `05-NQ` share their words. Marks that do not combine stay with their letter.
Tokens split_words(const MappedText& text);

}  // namespace vankien
