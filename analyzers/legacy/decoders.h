#pragma once

#include <string>
#include <string_view>

#include "analyzers/legacy/encoding.h"

namespace vankien {

/// One chunk – a run without blanks – read in an encoding. `shown` holds the code points a reader sees who
/// takes the bytes for Latin-1 or windows-1252; letters above are left as they are (a word of Unicode among
/// legacy ones). Every chunk has a reading; whether it is a likely one, reading.h judges.
/// `after` is what follows in the block; VIQR looks at it to tell a full stop from a dot below.
///     decode_chunk(kTcvn3, U"®îc")  →  U"đợc"        decode_chunk(kVni, U"Vieät")  →  U"Việt"
std::u32string decode_chunk(LegacyEncoding encoding, std::u32string_view shown,
                            std::u32string_view after = {});

/// VIQR: U"Vie^.t" → U"Việt", U"dda'ng" → U"đáng"; a backslash makes the next mark a mere sign. A mark at the
/// end of a word may be punctuation: it is read as a tone if it stands on the letter that carries one, and if the
/// sentence goes on after it or the word is likelier so.
std::u32string decode_viqr(std::u32string_view chunk, std::u32string_view after = {});

/// True if VIQR would change the chunk.
bool has_viqr_marks(std::u32string_view chunk);

/// ViӋt → Việt. Sources: fonts' glyph numbers, U+1Exx − 0x19FC; real text layers for ѭ and its neighbours.
std::u32string decode_glyph_ids(std::u32string_view chunk);

/// The likeliest source of a word that went through a converter twice: cơng → công, cĩ → có, tốn → toán. Comes
/// back unchanged if it is likely enough as it is.
std::u32string undo_double_conversion(LegacyEncoding encoding, std::u32string_view chunk);

/// A letter that the converter would not have left: none of them stands in a text that went through it (ô, ó
/// and ò for VNI).
bool survives_double_conversion(LegacyEncoding encoding, char32_t letter);

}  // namespace vankien
