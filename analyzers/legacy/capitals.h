#pragma once

#include <string>

namespace vankien {

/// TCVN3 has no capitals with a tone, VPS not all: a .VnTimeH font drew the small letter's byte as a capital.
/// Where the letters that have a case on the paper are capitals, the others become capitals too:
///     "NGHị QUYếT" → "NGHỊ QUYẾT"    "ủY BAN" → "ỦY BAN"    "Tỉnh ủy" and "Số 05-NQ/TU" stay
/// Text typed in small letters for such a font stays small: the bytes do not tell.
void restore_capitals(std::u32string& line);

}  // namespace vankien
