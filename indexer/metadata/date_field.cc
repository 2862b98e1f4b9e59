#include "indexer/metadata/date_field.h"

#include <algorithm>

#include "analyzers/char_filters.h"
#include "analyzers/schema/date.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostPlace = 60;     // "Thành phố Hồ Chí Minh, "
constexpr std::size_t kBehindSymbol = 12;  // ", ngày ", " (ngày "

using Text = std::u32string_view;

std::optional<Field> field(const Date& date, const char* from) {
  if (date.month == 0) return std::nullopt;
  return Field{date.iso(), from};
}

// What may stand before the date of a letterhead: nothing, a place and a comma, its symbol.
bool is_place(Text before, bool in_words) {
  while (!before.empty() && is_space(before.back())) before.remove_suffix(1);
  if (before.size() > kMostPlace) return false;
  if (before.empty()) return in_words;
  // "Nghị quyết số 12-NQ/HU, ngày …" cites; "Số 12-NQ/HU  Tân Khánh, ngày …" is the head's own line.
  if (before.find(U'/') != before.npos && !begins_with_any(before, {U"số", U"luật số"})) return false;
  for (const Text prose :
       {U"căn cứ", U"của", U"đăng", U"cập nhật", U"hiệu lực", U"ban hành", U"kèm theo", U"đến", U"từ", U"và"})
    if (has_words(before, prose)) return false;
  return before.back() == U',' || before.back() == U';' || before.back() == U'.' || in_words;
}

// "An Phong, tháng 5 năm 2026", "An Phong, 2/5/2026": a place, a comma and the date alone, without the word "ngày".
std::optional<Date> bare_date_of_line(const Cell& cell) {
  const auto found = find_dates(cell.folded);
  const Text text = cell.folded.chars;
  if (found.size() != 1 || text.size() - found[0].end > 1) return std::nullopt;
  Text before = text.substr(0, found[0].begin);
  while (!before.empty() && is_space(before.back())) before.remove_suffix(1);
  const bool place = before.ends_with(U",") && is_place(before, false) && begins_sentence(cell);
  return place ? std::optional(found[0].date) : std::nullopt;
}

std::optional<Date> date_of_line(const Cell& cell) {
  for (const FoundDate& found : find_dates(cell.folded)) {
    const Text text = cell.folded.chars;
    if (!begins_with(text.substr(found.begin), U"ngày") && found.date.day != 0) continue;
    const bool blank_day = found.date.day == 0;
    if (blank_day && !has_words(text.substr(0, found.end), U"ngày")) continue;
    Text before = text.substr(0, found.begin);
    if (is_place(before, found.in_words) && text.size() - found.end < 40) return found.date;
  }
  return std::nullopt;
}

// "Hà Nội, ngày" / "tháng 11 năm 2025": a blank day where a scan's or a PDF's columns broke the line.
std::optional<Date> date_over_lines(const Letterhead& head, std::size_t line, const Cell& cell) {
  Text open = cell.folded.chars;
  while (!open.empty() && !is_letter(open.back()) && !is_digit(open.back())) open.remove_suffix(1);
  const bool day_left_out = open.ends_with(U"ngày");
  if (!day_left_out && !has_words(open, U"ngày")) return std::nullopt;
  std::string text = cell.text;
  for (std::size_t i = line + 1; i < std::min(head.end, line + 4); ++i) {
    if (head.lines[i].cells.empty()) continue;
    const Cell& next = head.lines[i].cells.back();
    if (next.folded.chars.size() > 40) return std::nullopt;
    text += " " + next.text;
    const MappedText folded = fold_text(text);
    const auto found = find_dates(folded);
    if (!found.empty() && found[0].in_words && is_place(Text(folded.chars).substr(0, found[0].begin), true))
      return found[0].date;
  }
  return std::nullopt;
}

std::optional<Field> from_date_line(const Letterhead& head) {
  for (std::size_t i = head.begin; i < head.end; ++i)
    for (const Cell& cell : head.lines[i].cells) {
      if (begins_body(cell) && !begins_with(cell.folded.chars, U"ngày")) continue;
      if (begins_with_any(cell.folded.chars, {U"v/v", U"về"})) continue;
      if (const auto date = date_of_line(cell)) return field(*date, "date line");
      if (const auto date = date_over_lines(head, i, cell)) return field(*date, "date line");
      if (!head.seen()) continue;
      if (const auto date = bare_date_of_line(cell)) return field(*date, "date line");
    }
  return std::nullopt;
}

std::optional<Field> behind_own_symbol(const Letterhead& head, const Symbol& own) {
  for (const Line& line : head.lines)
    for (const Cell& cell : line.cells) {
      const auto symbols = find_symbols(decode_utf8(cell.text));
      const auto here = std::find_if(symbols.begin(), symbols.end(),
                                     [&](const FoundSymbol& found) { return found.symbol == own; });
      if (here == symbols.end()) continue;
      // Offsets, because folding may join what the symbol's finder saw apart.
      const MappedText text = decode_utf8(cell.text);
      const std::uint32_t end = text.offsets[here->end];
      for (const FoundDate& date : find_dates(cell.folded)) {
        const std::uint32_t begin = cell.folded.offsets[date.begin];
        if (begin >= end && begin - end <= kBehindSymbol) return field(date.date, "own symbol");
      }
    }
  return std::nullopt;
}

std::optional<Field> passed_on(const std::vector<Line>& last_lines) {
  static constexpr Text kPassed = U"thông qua ngày";
  std::string text;  // the sentence may run over two lines
  for (const Line& line : last_lines)
    for (const Cell& cell : line.cells) text += cell.text + " ";
  const MappedText folded = fold_text(text);
  const std::size_t at = folded.chars.find(kPassed);
  if (at == std::u32string::npos) return std::nullopt;
  for (const FoundDate& found : find_dates(folded))
    if (found.begin >= at && found.begin < at + kPassed.size()) return field(found.date, "text");
  return std::nullopt;
}

bool is_national_assembly(const Symbol& own) {
  return own.system == System::kState && (own.organ.starts_with("QH") || own.organ.starts_with("UBTVQH"));
}

}  // namespace

std::optional<Field> read_date(const Letterhead& head, const std::optional<Symbol>& own,
                               const std::vector<Line>& last_lines) {
  if (auto date = from_date_line(head)) return date;
  if (!own) return std::nullopt;
  if (auto date = behind_own_symbol(head, *own)) return date;
  if (is_national_assembly(*own)) return passed_on(last_lines);
  return std::nullopt;
}

}  // namespace vankien
