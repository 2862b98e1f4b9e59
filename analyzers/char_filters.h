#pragma once

#include "analyzers/mapped_text.h"

namespace vankien {

// The char filters of the chain, in the order text flows. Each is a plain function on text; a filter may change the letters,
// never the bytes they stand for. None of them reads over a separator of runs (run_scan.h): what a run of bytes between two
// of those becomes depends on nothing else (run_memory.h).

/// Letters that only look like Vietnamese ones: U+00D0 and U+0189 → Đ, U+00F0 and U+0256 → đ, U+01A2/01A3 →
/// Ư/ư; full-width forms (U+FF01–FF5E) → ASCII. Must come before NFC, so that a mark can combine with what it was typed on, and
/// before case folding: ICU folds U+00D0 to ð, never to đ.
void fold_look_alikes(MappedText& text);

/// NFC of letters, with marks in any typed order: e + acute + circumflex becomes ế, which NFC alone leaves broken (both
/// marks have combining class 230). Measured reason: domain of Vietnamese NFD text typed on several systems.
void to_nfc(MappedText& text);

/// Words that lost the blank between them, where a small letter meets a capital: lạiXem → lại Xem. The blank stands for no
/// bytes. Only if every part is a syllable and one has a Vietnamese mark: VnTime, iPhone, dienTich stay whole.
void split_glued_words(MappedText& text);

/// The tone mark at its one place (the older style: hòa, ủy, khỏe), in every word that is a Vietnamese
/// syllable; repairs slips as well (cuả → của, gía → giá). Other words stay as they are.
void place_tone_marks(MappedText& text);

/// Simple case folding, one letter to one letter (offsets stay true); full-width digits become ASCII ones. Ends in NFC:
/// some small letters are one where their capital is two (J + caron → ǰ).
void fold_case(MappedText& text);

/// Look-alikes and NFC: the letters as find_symbols reads them, in which no tone matters.
MappedText read_letters(std::string_view bytes);

/// All but split_glued_words: the same letters at the same places.
MappedText fold_text(std::string_view bytes);

}  // namespace vankien
