#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/extract.h"

namespace vankien {

/// All letters of a Word 97–2003 document, from its piece table ([MS-DOC] 2.4.1): nothing is left out, neither a page
/// header nor a text box, and each byte of a font from before Unicode arrives (0xAD, ư in TCVN3, as U+00AD). What is
/// not there is what the letters look like: which are in a table, which deleted. Hence the readers' part is another's
/// (doc_file.cc), this one's to see that no stamp is overlooked and no line lost.
///
/// UTF-8; paragraphs, cells and rows end in '\n'; fields give their result, not their code.
struct WordStories {
  std::string text;               ///< the body with its notes and text boxes
  std::string furniture;          ///< headers, footers and the boxes in them, comments
  /// Its optional hyphens (0x1F) may be the letter ư: LibreOffice writes 0xAD so, and antiword drops them. They are
  /// U+00AD here, as in every other format; where there are true 0xAD besides, they are hyphens and left out.
  bool hyphens_as_letters = false;
};

/// nullopt for Word 6 and 95, whose table is elsewhere, and where the table says what cannot be. Throws ExtractError encrypted, damaged, too_large.
std::optional<WordStories> read_word_stories(std::string_view bytes, const ExtractLimits& limits);

}  // namespace vankien
