#pragma once

#include "analyzers/legacy/encoding.h"

namespace vankien {

// What the bytes of the encodings mean. Facts and their sources: analyzers/data/legacy_encodings.inc.

/// The letter of one byte: (kTcvn3, 0xAD) → ư. 0 if the set has no letter there. Encodings of one byte a
/// letter only (kTcvn3, kViscii, kVps), windows-1258 (whose tones come out as combining marks) and those
/// letters of VNI that are one byte (ñ → đ).
char32_t letter_of_byte(LegacyEncoding encoding, unsigned char byte);

/// VNI's letter of a vowel and the byte of its marks: ('a', 0xF9) → á. A capital vowel may have a small mark
/// (typed so in real files). 0 if there is none.
char32_t vni_letter(unsigned char vowel, unsigned char mark);

/// Windows-1252: 0x93 → “. Bytes it leaves free come back as Latin-1.
char32_t windows_1252(unsigned char byte);

/// The byte that a code point of mis-read text was: ® → 0xAE, “ → 0x93, and as PDF text layers and symbol
/// fonts show them U+2212 → 0xAD, U+2219 → 0xB7, U+03BC → 0xB5, U+F0AE → 0xAE. Others, and ASCII, come back
/// as they are. Source for the three: text layers of real TCVN3 files made 2006-2007.
char32_t byte_shown_as(char32_t shown);

}  // namespace vankien
