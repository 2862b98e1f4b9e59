#include "indexer/metadata/letterhead.h"

#include <algorithm>

#include "analyzers/char_filters.h"
#include "indexer/metadata/organ_name.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostHeadLines =
    45;                             // filled lines a head may have, gazette headings and stamps among them
constexpr std::size_t kAbove = 14;  // filled lines of a left column that may stand above the right one
constexpr std::size_t kFirstSentence = 30;  // lines a title and the sentence behind it may take
constexpr std::size_t kTitleLines = 8;      // filled lines below a type line by which the text has begun
constexpr std::size_t kProse = 260;         // no line of a head is that long, letters' summaries included

std::optional<System> system_of(const Cell& cell) {
  const std::u32string_view folded = cell.folded.chars;
  if (cell.capitals && (folded == U"đảng cộng sản việt nam" || folded == U"đảng cộng sản"))
    return System::kParty;
  if (folded.size() < 60 && begins_with(folded, U"cộng hòa xã hội chủ nghĩa")) return System::kState;
  return std::nullopt;
}

// The longest type whose name the cell begins with, and how much of the cell it takes.
std::optional<TypeLine> type_at_start(const Cell& cell) {
  std::optional<TypeLine> best;
  const std::u32string_view folded = cell.folded.chars;
  for (std::size_t end = 1; end <= folded.size() && end <= 30; ++end) {
    if (end < folded.size() && is_letter(folded[end])) continue;
    const std::string_view name = std::string_view(cell.text).substr(0, cell.folded.offsets[end]);
    if (const DocumentType* type = find_type(name)) best = TypeLine{0, 0, type, end};
  }
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
  const bool name_only =
      whole && capital_letter(decode_utf8(cell.text).chars[0]) == decode_utf8(cell.text).chars[0];
  return name_only && below_heading ? type : std::nullopt;
}

// A line of the text itself, above which the head must have ended.
bool ends_head(const Line& line) {
  for (const Cell& cell : line.cells) {
    const auto words = without_bullet(cell.folded.chars);
    if (cell.folded.chars.size() > kProse && !cell.capitals) return true;
    if (begins_with_any(words, {U"căn cứ", U"điều 1", U"chương i", U"nơi nhận", U"phụ lục"})) return true;
  }
  return false;
}

// Consolidated texts say so in their first sentence: "Luật … được sửa đổi, bổ sung bởi:", before any legal
// basis.
bool says_consolidated(const std::vector<Line>& lines, std::size_t from) {
  std::u32string text;
  for (std::size_t i = from; i < std::min(lines.size(), from + kFirstSentence); ++i)
    for (const Cell& cell : lines[i].cells) {
      if (begins_with(without_bullet(cell.folded.chars), U"căn cứ")) return false;
      text += cell.folded.chars + U" ";
      if (has_words(text, U"được sửa đổi, bổ sung bởi:")) return true;
    }
  return false;
}

std::size_t find_heading(const std::vector<Line>& lines, std::optional<System>& system) {
  std::size_t type_above = 0;  // filled lines since a type line
  bool type_seen = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& cells = lines[i].cells;
    if (cells.empty()) continue;
    ++type_above;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const auto found = system_of(cells[c]);
      // "… VỀ PHÔNG LƯU TRỮ | ĐẢNG CỘNG SẢN VIỆT NAM" is a title, not a heading.
      if (!found || (type_seen && type_above <= 3)) continue;
      if (c > 0 && found == System::kParty && !names_organ(cells[c - 1])) continue;
      system = found;
      return i;
    }
    // A heading below the text is that of an annex or of a form.
    if (begins_with_any(without_bullet(cells[0].folded.chars), {U"căn cứ", U"phụ lục", U"điều 1"})) break;
    if (type_seen && type_above > kTitleLines) break;
    if (cells.size() == 1 && type_of(cells[0], false)) {
      type_seen = true;
      type_above = 0;
    }
  }
  return lines.size();
}

// In stacked heads the left column comes first: its organs and its number stand above the right column's
// heading.
std::size_t find_begin(const std::vector<Line>& lines, std::size_t heading) {
  std::size_t begin = heading;
  std::size_t filled = 0;
  for (std::size_t i = heading; i-- > 0 && filled < kAbove;) {
    if (lines[i].cells.empty()) continue;
    ++filled;
    const Cell& cell = lines[i].cells[0];
    if (names_organ(cell) || begins_with_any(cell.folded.chars, {U"số", U"luật số"})) begin = i;
  }
  return begin;
}

}  // namespace

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
  for (const char32_t c : decode_utf8(cell.text).chars)
    if (is_letter(c)) return fold_letter(c) != c;
  return false;
}

bool is_national_heading(const Cell& cell) {
  return system_of(cell).has_value() || begins_with(cell.folded.chars, U"độc lập") ||
         begins_with(cell.folded.chars, U"tự do - hạnh phúc");
}

Letterhead read_letterhead(std::vector<Line> lines) {
  Letterhead head;
  head.lines = std::move(lines);
  const std::size_t heading = find_heading(head.lines, head.system);
  if (head.system) head.begin = find_begin(head.lines, heading);
  std::size_t filled = 0;
  std::size_t i = head.begin;
  for (; i < head.lines.size() && filled < kMostHeadLines; ++i) {
    const Line& line = head.lines[i];
    if (line.cells.empty()) continue;
    ++filled;
    for (std::size_t c = 0; c < line.cells.size() && !head.type_line; ++c) {
      auto type = type_of(line.cells[c], head.system && i > heading);
      if (type && type->type->name == "Văn bản hợp nhất") {
        head.consolidated = true;
      } else if (type) {
        type->line = i;
        type->cell = c;
        head.type_line = type;
      }
    }
    if (head.type_line) break;
    head.letter = std::any_of(line.cells.begin(), line.cells.end(), [](const Cell& cell) {
      return begins_with(without_bullet(cell.folded.chars), U"kính gửi");
    });
    if (head.letter || ends_head(line)) break;
  }
  head.end = i;
  head.consolidated = head.consolidated || (head.type_line && says_consolidated(head.lines, i));
  // "V/v …" under the symbol is a letter's, even where the greeting is lost.
  for (std::size_t j = head.begin; j < head.end && !head.type_line; ++j)
    for (const Cell& cell : head.lines[j].cells)
      head.letter = head.letter || begins_with(cell.folded.chars, U"v/v");
  return head;
}

}  // namespace vankien
