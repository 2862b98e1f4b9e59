#pragma once

#include "analyzers/mapped_text.h"

namespace vankien {

// The char filters of the chain, in the order text flows. Each is a plain function on text; a filter may
// change the letters, never the bytes they stand for.

/// NFC, with marks in any typed order: e + acute + circumflex becomes ế, which NFC alone leaves broken (both
/// marks have combining class 230). Measured reason: domain of Vietnamese NFD text typed on several systems.
void to_nfc(MappedText& text);

/// Letters that only look like Vietnamese ones: U+00D0 and U+0189 → Đ, U+00F0 and U+0256 → đ, U+01A2/01A3 →
/// Ư/ư, full-width forms (U+FF01–FF5E) → ASCII. Must come before case folding: ICU folds U+00D0 to ð, never to đ.
void fold_look_alikes(MappedText& text);

/// The tone mark at its one place (the older style: hòa, ủy, khỏe), in every word that is a Vietnamese
/// syllable; repairs slips as well (cuả → của, gía → giá). Other words stay as they are.
void place_tone_marks(MappedText& text);

/// Simple case folding, one letter to one letter (offsets stay true).
void fold_case(MappedText& text);

/// All of the above.
MappedText fold_text(std::string_view bytes);

}  // namespace vankien
