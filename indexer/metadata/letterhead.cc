#include "indexer/metadata/letterhead.h"

#include <algorithm>

#include "analyzers/char_filters.h"
#include "analyzers/schema/symbol.h"
#include "indexer/metadata/head_lines.h"
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
constexpr std::size_t kShort = 100;         // letters of a cell that was in capitals on the paper
constexpr std::size_t kNearNumber = 8;      // lines between the Party's heading and the number

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

// "Đảng Cộng sản Việt Nam" in small letters is a heading if the paper's number is near; menus say it too.
bool is_small_heading(const std::vector<Line>& lines, std::size_t at, const Cell& cell) {
  if (cell.capitals || cell.folded.chars != U"đảng cộng sản việt nam") return false;
  const std::size_t end = std::min(lines.size(), at + kNearNumber);
  for (std::size_t i = at - std::min(at, kNearNumber); i < end; ++i)
    if (std::any_of(lines[i].cells.begin(), lines[i].cells.end(), has_number)) return true;
  return false;
}

std::size_t find_heading(const std::vector<Line>& lines, std::optional<System>& system, bool& small) {
  std::size_t type_above = 0;  // filled lines since a type line
  bool type_seen = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& cells = lines[i].cells;
    if (cells.empty()) continue;
    ++type_above;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      auto found = system_of(cells[c]);
      if (!found && is_small_heading(lines, i, cells[c])) found = System::kParty;
      // "… VỀ PHÔNG LƯU TRỮ | ĐẢNG CỘNG SẢN VIỆT NAM" is a title, not a heading.
      if (!found || (type_seen && type_above <= 3)) continue;
      if (c > 0 && found == System::kParty && cells[c].capitals && !names_organ(cells[c - 1])) continue;
      system = found;
      small = !cells[c].capitals;
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
std::size_t find_begin(const std::vector<Line>& lines, std::size_t heading, bool small) {
  std::size_t begin = heading;
  std::size_t filled = 0;
  for (std::size_t i = heading; i-- > 0 && filled < kAbove;) {
    if (lines[i].cells.empty()) continue;
    ++filled;
    const Cell& cell = lines[i].cells[0];
    const bool organ =
        small ? cell.folded.chars.size() <= kShort && begins_organ(cell.folded.chars) : names_organ(cell);
    if (organ || begins_with_any(cell.folded.chars, {U"số", U"luật số"})) begin = i;
  }
  return begin;
}

// What was in capitals on the paper: the head's short cells that are no number, date or summary, and below the
// type line the office in whose name the text begins.
void restore_capitals(std::vector<Line>& lines, std::size_t begin) {
  std::size_t filled = 0;
  for (std::size_t i = begin; i < lines.size() && filled < kFirstSentence; ++i) {
    if (lines[i].cells.empty()) continue;
    ++filled;
    std::vector<Cell> cells(lines[i].cells.begin(), lines[i].cells.end());
    bool ends = false;
    for (Cell& cell : cells) {
      const std::u32string_view folded = cell.folded.chars;
      if (ends = begins_body(cell); ends) break;
      const bool digits = std::any_of(folded.begin(), folded.end(), is_digit);
      const bool small =
          begins_with_any(folded, {U"số", U"ngày", U"v/v", U"về", U"độc lập"}) || has_words(folded, U"ngày");
      if (folded.size() <= kShort && !digits && !small) cell.capitals = true;
    }
    lines[i].cells = Cells(std::move(cells));
    if (ends) return;
  }
}

// A line that only a letterhead has: its organs, headings, number, date and rules.
bool is_head_line(const Line& line) {
  return std::all_of(line.cells.begin(), line.cells.end(), [](const Cell& cell) {
    const std::u32string_view folded = cell.folded.chars;
    if (names_organ(cell) || is_national_heading(cell) || has_number(cell)) return true;
    return folded.size() < kShort && has_words(folded, U"ngày") && has_words(folded, U"năm") &&
           folded.find(U',') != folded.npos && !begins_body(cell);
  });
}

// A PDF's text layer may hold the boxes of the letterhead behind the text they stand above. They are known by a
// heading and a number of the type that the text's own type line names, and are put back where they belong.
void put_head_first(std::vector<Line>& lines) {
  const auto top =
      std::find_if(lines.begin(), lines.end(), [](const Line& line) { return !line.cells.empty(); });
  if (top == lines.end() || top->cells.size() != 1) return;
  const auto type = type_of(top->cells[0], false);
  if (!type) return;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].cells.empty() || !system_of(lines[i].cells[0])) continue;
    std::size_t begin = i;
    std::size_t end = i + 1;
    while (begin > 0 && is_head_line(lines[begin - 1])) --begin;
    while (end < lines.size() && is_head_line(lines[end])) ++end;
    for (std::size_t j = begin; j < end; ++j)
      for (const Cell& cell : lines[j].cells) {
        if (!has_number(cell)) continue;
        const auto symbols = find_symbols(decode_utf8(cell.text));
        if (symbols.empty()) continue;
        const auto* named = type_of_abbreviation(symbols[0].symbol.type, symbols[0].symbol.system);
        if (named == nullptr || named->name != type->type->name) continue;
        const auto at = [&](std::size_t line) { return lines.begin() + static_cast<std::ptrdiff_t>(line); };
        std::rotate(lines.begin(), at(begin), at(end));
        return;
      }
    return;  // the first heading is the head's, or a form's
  }
}

}  // namespace

Letterhead read_letterhead(std::vector<Line> lines) {
  Letterhead head;
  head.lines = std::move(lines);
  put_head_first(head.lines);
  const std::size_t heading = find_heading(head.lines, head.system, head.capitals_lost);
  if (head.system) head.begin = find_begin(head.lines, heading, head.capitals_lost);
  if (head.capitals_lost) restore_capitals(head.lines, head.begin);
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
