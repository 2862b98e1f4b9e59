#include "indexer/metadata/type_field.h"

#include <algorithm>

#include "indexer/metadata/words.h"

namespace vankien {
namespace {

// The type named right before the document's own symbol: "Quy định số 66-QĐ/TW …".
const DocumentType* type_before_symbol(const Letterhead& head, const Symbol& own) {
  for (std::size_t i = head.begin; i < std::min(head.lines.size(), head.end + 2); ++i) {
    for (const Cell& cell : head.lines[i].cells) {
      const auto found = find_symbols(decode_utf8(cell.text));
      if (found.empty() || found[0].symbol.key() != own.key()) continue;
      const std::size_t so = find_words(cell.folded.chars, U"số");
      if (so == std::u32string::npos || so < 2) continue;
      const std::string_view name = std::string_view(cell.text).substr(0, cell.folded.offsets[so - 1]);
      if (const DocumentType* type = find_type(name)) return type;
    }
  }
  return nullptr;
}

Field from_title_line(const DocumentType& type, const std::optional<Symbol>& symbol) {
  // "CHƯƠNG TRÌNH HÀNH ĐỘNG" is a Chương trình to the rule books; CTHĐ is met in symbols, CTr is right.
  if (symbol && symbol->type == "CTr" && type.name == "Chương trình hành động")
    return {"Chương trình", "title line"};
  return {std::string(type.name), "title line"};
}

}  // namespace

std::optional<Field> read_type(const Letterhead& head, const std::optional<Symbol>& symbol) {
  // A consolidated text carries the title line of the act it consolidates.
  if (head.consolidated || (symbol && symbol->type == "VBHN")) return Field{"Văn bản hợp nhất", "letterhead"};
  if (head.type_line) return from_title_line(*head.type_line->type, symbol);
  if (symbol && symbol->type == "CV") return Field{"Công văn", "symbol"};
  const bool state = head.system == System::kState || (symbol && symbol->system == System::kState);
  // A state letter's "5330/CT-CS" only looks like a Chỉ thị.
  if (head.letter && (state || !symbol)) return Field{"Công văn", "letterhead"};
  if (!symbol) return std::nullopt;
  if (const DocumentType* named = type_before_symbol(head, *symbol))
    return Field{std::string(named->name), "own symbol"};
  if (const DocumentType* type = type_of_abbreviation(symbol->type, symbol->system);
      type && !symbol->type.empty())
    return Field{std::string(type->name), "symbol"};
  return std::nullopt;
}

}  // namespace vankien
