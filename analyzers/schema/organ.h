#pragma once

#include <string>
#include <string_view>

namespace vankien {

/// An organ's letters as symbols spell them, from any spelling met: "tu" → TU, "T.Ư" and "tư" → TW (Trung
/// ương, never Tỉnh ủy: the step must come before marks are lost), "ttg" → TTg, "Th.U" → ThU. Dots go;
/// unknown organs keep their letters, in capitals if none was a capital.
std::string spell_organ(std::u32string_view letters);

/// True for organs of the Party: TU, TW, HU, ĐUK, VPTW, BTCTU, UBKTHU … Spelt by spell_organ.
bool is_party_organ(std::string_view organ);

}  // namespace vankien
