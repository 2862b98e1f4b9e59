#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// Whose rules a document follows: the Party's (399-QĐ/TW of 9/1/2026 and before it 66-QĐ/TW) or the State's
/// (Decree 30/2020/NĐ-CP).
enum class System { kParty, kState };

/// One kind of document (thể loại). `abbreviation` is what symbols use; empty where symbols have none (Luật).
struct DocumentType {
  std::string_view name;          ///< Nghị quyết
  std::string_view abbreviation;  ///< NQ
  bool party;
  bool state;
};

/// All types of both systems. A party QĐ is two types (Quyết định, Quy định): take the type from the title
/// line, never from the symbol alone.
std::span<const DocumentType> document_types();

/// The type whose name these words are, in any case and tone placement, marks required: "NGHỊ QUYẾT" → Nghị
/// quyết.
const DocumentType* find_type(std::string_view name);

/// As symbols spell it: "ctr" → "CTr", "qđ" → "QĐ"; typed without marks only if `bare`: "qd" → {"QĐ"}, "da" →
/// {"DA", "ĐA"}.
std::vector<std::string_view> spell_abbreviation(std::string_view abbreviation, bool bare);

/// The one type an abbreviation stands for in that system, if it is only one: NQ → Nghị quyết, party TT →
/// Thông tri.
const DocumentType* type_of_abbreviation(std::string_view abbreviation, System system);

}  // namespace vankien
