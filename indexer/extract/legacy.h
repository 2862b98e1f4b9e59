#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/legacy/encoding.h"
#include "indexer/extract/extract.h"

namespace vankien {

/// Makes mis-read Vietnamese of a whole document readable (analyzers/legacy/legacy_text.h), then drops soft
/// hyphens – after it, because the soft hyphen is the letter ư of TCVN3 – and makes every line end '\n'. Adds a warning: "decoded from TCVN3".
/// Every format's text goes through here (extract_file), and the bodies of records.
void decode_legacy(ExtractedText& text);

/// UTF-8 of a text that does not say its encoding: UTF-8, UTF-16 with or without its mark, or a legacy encoding of
/// Vietnamese, which is a warning. Throws ExtractError bad_encoding.
std::string text_of_bytes(std::string_view bytes, std::vector<Warning>& warnings);

/// The warning decoded_legacy: "decoded from TCVN3, VNI".
Warning decoded_from(const std::vector<LegacyEncoding>& encodings);

}  // namespace vankien
