#include "indexer/metadata/head_lines.h"

#include <algorithm>
#include <bitset>
#include <string>
#include <vector>

#include "analyzers/char_filters.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

struct FoldedType {
  std::u32string name;
  const DocumentType* type;
};

// By the first two letters: most lines of prose begin with those of no type.
struct FoldedTypes {
  std::vector<FoldedType> types;
  std::bitset<1024> beginnings;

  static std::size_t beginning(std::u32string_view text) { return (text[0] * 37 + text[1]) % 1024; }
  bool may_begin(std::u32string_view text) const {
    return text.size() > 1 && beginnings.test(beginning(text));
  }
};

const FoldedTypes& folded_types() {
  static const auto made = [] {
    FoldedTypes folded;
    for (const DocumentType& type : document_types()) {
      folded.types.push_back({fold_text(type.name).chars, &type});
      folded.beginnings.set(FoldedTypes::beginning(folded.types.back().name));
    }
    return folded;
  }();
  return made;
}

// The longest type whose name the cell begins with, and how much of the cell it takes. The cell is folded already: looking
// up each of its beginnings, folded once more, was a fifth of all the reading of fields.
std::optional<TypeLine> type_at_start(const Cell& cell) {
  std::optional<TypeLine> best;
  const std::u32string_view folded = cell.folded.chars;
  if (!folded_types().may_begin(folded)) return best;
  for (const auto& [name, type] : folded_types().types)
    if (name[0] == folded[0] && name.size() > (best ? best->rest : 0) && begins_with(folded, name))
      best = TypeLine{0, 0, type, name.size()};
  if (!best) return best;
  // A blank before something that is no letter is the name's.
  const bool blank = best->rest + 1 < folded.size() && is_space(folded[best->rest]);
  if (blank && !is_letter(folded[best->rest + 1])) ++best->rest;
  return best;
}

// "T Ờ   T R Ì N H": one letter a word.
const DocumentType* find_spaced_type(const Cell& cell) {
  const auto& chars = cell.folded.chars;
  for (std::size_t i = 1; i < chars.size(); i += 2)
    if (chars[i] != U' ') return nullptr;
  const std::u32string wanted = bare_letters(chars);
  for (const DocumentType& type : document_types())
    if (bare_letters(fold_text(type.name).chars) == wanted) return &type;
  return nullptr;
}

bool starts_capital(const Cell& cell, std::size_t end) {
  const MappedText text = decode_utf8(std::string_view(cell.text).substr(0, cell.folded.offsets[end]));
  return std::none_of(text.chars.begin(), text.chars.end(),
                      [](char32_t c) { return capital_letter(c) != c; });
}

}  // namespace

std::optional<System> system_of(const Cell& cell) {
  if (cell.folded.chars.size() >= 60) return std::nullopt;
  const std::u32string first = first_bare_letters(cell.folded.chars, 1);
  if (first.empty() || (first[0] != U'd' && first[0] != U'c')) return std::nullopt;
  const std::u32string letters = bare_letters(cell.folded.chars);
  if (cell.capitals && (letters == U"dangcongsanvietnam" || letters == U"dangcongsan")) return System::kParty;
  if (letters.starts_with(U"conghoaxahoichunghia")) return System::kState;
  return std::nullopt;
}

std::optional<TypeLine> type_of(const Cell& cell, bool below_heading) {
  if (cell.folded.chars.empty()) return std::nullopt;
  if (cell.capitals)
    if (const DocumentType* spaced = find_spaced_type(cell))
      return TypeLine{0, 0, spaced, cell.folded.chars.size()};
  auto type = type_at_start(cell);
  if (!type) return std::nullopt;
  const std::u32string_view rest = std::u32string_view(cell.folded.chars).substr(type->rest);
  const bool whole = std::none_of(rest.begin(), rest.end(), is_letter);  // "THÔNG TƯ1" has a footnote
  if (whole) type->rest = cell.folded.chars.size();
  // "QUYẾT ĐỊNH:" ends the legal basis; it is no title.
  if (whole && rest.find(U':') != rest.npos) return std::nullopt;
  if (starts_capital(cell, type->rest)) return type;
  // Its capitals lost: "quyết định", "nghị định của chính phủ"; "kế hoạch vốn" may be a letter's summary.
  if (cell.capitals && (whole || begins_with(without_bullet(rest), U"của"))) return type;
  std::size_t begin = 0;
  const char32_t first = next_code_point(cell.text, begin);
  const bool name_only = whole && capital_letter(first) == first;
  return name_only && below_heading ? type : std::nullopt;
}

bool has_number(const Cell& cell) {
  const std::u32string_view folded = cell.folded.chars;
  return begins_with(folded, U"số") && folded.size() < 40 && folded.find(U'/') != folded.npos;
}

bool is_national_heading(const Cell& cell) {
  return system_of(cell).has_value() || cell.folded.chars == U"đảng cộng sản việt nam" ||
         begins_with(cell.folded.chars, U"độc lập") ||
         begins_with(cell.folded.chars, U"nước cộng hòa xã hội chủ nghĩa") ||
         begins_with(cell.folded.chars, U"tự do - hạnh phúc");
}

bool begins_body(const Cell& cell) {
  const auto words = without_bullet(cell.folded.chars);
  if (begins_with_any(words,
                      {U"căn cứ", U"kính gửi", U"kính trình", U"điều 1", U"chương i", U"chương 1", U"phần i",
                       U"phần thứ nhất", U"phần 1", U"mục 1", U"nơi nhận", U"quyết nghị", U"hôm nay"}))
    return true;
  // "I- …", "A. …", "1) …": the first division, not "15 tháng 10" of a broken line.
  if (words.size() > 1 && (words[0] == U'i' || words[0] == U'a' || words[0] == U'1') &&
      (is_dash(words[1]) || words[1] == U'.' || words[1] == U')' || words[1] == U'/'))
    return true;
  // Titles use these words too ("thực hiện Nghị quyết …"); a sentence of the text begins with a capital.
  return begins_sentence(cell) &&
         begins_with_any(words, {U"xét", U"theo", U"thực hiện", U"thi hành", U"ngày", U"tiếp theo"});
}

bool begins_sentence(const Cell& cell) {
  if (cell.capitals) return false;
  for (std::size_t at = 0; at < cell.text.size();)
    if (const char32_t c = next_code_point(cell.text, at); is_letter(c)) return fold_letter(c) != c;
  return false;
}

}  // namespace vankien
