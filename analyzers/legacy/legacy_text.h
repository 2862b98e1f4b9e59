#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/legacy/encoding.h"

namespace vankien {

// Vietnamese as it was written before Unicode, recognised and decoded block by block (a block is a line, or a
// cell of one). How: every block is read in every encoding, each reading is worth what its words are worth as
// Vietnamese (likelihood.h), and the likeliest way through the document is taken, where a change of encoding
// between two blocks has a price – so a short block follows its neighbours. A run of blocks is converted only if
// what the encoding changes becomes valid syllables and what stands around are mostly such. Measured:
// tests/bench/README.md.

/// A decoded text and the encodings it was in, in the order of the enum; empty if nothing was decoded.
struct LegacyText {
  std::string text;
  std::vector<LegacyEncoding> encodings;
};

/// Bytes that are no UTF-8 → UTF-8. Lines that are UTF-8 stay. Nothing in `encodings` (and no text) if no
/// encoding explains the bytes.
///     decode_legacy_bytes("Ngh\xDE quy\xD5t")  →  {"Nghị quyết", {kTcvn3}}
LegacyText decode_legacy_bytes(std::string_view bytes);

/// UTF-8 with mis-read blocks in it → the same text with those decoded; good text comes back as it is, after one
/// pass over its bytes. Applied to its own output it changes nothing. `utf8` must be valid.
///     repair_legacy("NghÞ quyÕt sè 05-NQ/TU")  →  {"Nghị quyết số 05-NQ/TU", {kTcvn3}}
LegacyText repair_legacy(std::string_view utf8);

/// The bytes in this encoding, for a text that says in which it is. Lines stay lines.
std::string read_as(LegacyEncoding encoding, std::string_view bytes);

/// All that a line of UTF-8 may say in the eyes of one who does not know its encoding, itself first. For
/// deciding on the safe side about single words, such as a stamp of secrecy.
std::vector<std::string> possible_readings(std::string_view utf8_line);

}  // namespace vankien
