#include "indexer/metadata/symbol_field.h"

#include <algorithm>

#include "analyzers/char_filters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/date.h"
#include "indexer/metadata/number_line.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kBelowType = 4;  // lines below the type line where old decrees print their number
constexpr std::size_t kTopLines = 4;   // lines at the top of a web page that may name the document itself
constexpr std::size_t kEnclosed = 25;  // lines from the top an enclosure says what it belongs to

std::optional<Symbol> first_symbol(std::string_view text, std::size_t most_before) {
  const auto found = find_symbols(decode_utf8(text));
  if (found.empty() || found[0].begin > most_before) return std::nullopt;
  return found[0].symbol;
}

// "Số: A2/QĐ-HU" has a number nobody can know: none is made up of its rest.
std::optional<Symbol> symbol_behind_so(std::string_view behind, std::size_t most_before) {
  const std::string text =
      "Số" + with_plain_number(behind);  // a letter's "123/UBND-KT" is a symbol behind it only
  const MappedText chars = decode_utf8(text);
  const auto found = find_symbols(chars);
  if (found.empty() || found[0].begin > most_before) return std::nullopt;
  if (is_letter(chars.chars[found[0].begin - 1])) return std::nullopt;
  return found[0].symbol;
}

std::string next_cell(const Letterhead& head, std::size_t line, std::size_t& at) {
  for (at = line + 1; at < head.end && at < line + 4; ++at)
    if (!head.lines[at].cells.empty()) return head.lines[at].cells[0].text;
  return {};
}

// The text behind "Số" with a line or two that may belong to it: "Số" / "38" / "- HD/BTCTW".
std::optional<Symbol> symbol_over_lines(const Letterhead& head, std::size_t line, std::string text) {
  std::size_t at = line;
  for (int more = 0; more < 2; ++more) {
    const std::string next = next_cell(head, at, at);
    if (next.empty() || next.size() > 30) return std::nullopt;
    const char first = next[0];
    if (first != '-' && first != '/' && !(first >= '0' && first <= '9') && !next.starts_with("–"))
      return std::nullopt;
    text += " " + next;
    if (auto symbol = first_symbol(text, 14)) return symbol;
  }
  return std::nullopt;
}

std::optional<Symbol> below_type_line(const Letterhead& head) {
  if (!head.type_line) return std::nullopt;
  const std::size_t first = head.type_line->line;
  for (std::size_t i = first; i < std::min(head.lines.size(), first + kBelowType); ++i) {
    for (const Cell& cell : head.lines[i].cells) {
      if (i > first && begins_body(cell)) return std::nullopt;
      // "SỐ …", "CỦA CHÍNH PHỦ SỐ …": the number and its own date, no summary before it.
      if (i > first && !begins_with_any(cell.folded.chars, {U"số", U"của"})) return std::nullopt;
      const std::u32string_view folded = cell.folded.chars;
      const std::size_t from = i == first ? head.type_line->rest : 0;
      const std::size_t so = find_words(folded, U"số", from);
      if (so == folded.npos) continue;
      const auto before = without_bullet(folded.substr(from, so - from));
      if (!before.empty() && !begins_with(before, U"của")) continue;
      if (before.size() > 60) continue;
      if (auto symbol = first_symbol(cell.text_from(so), 6)) return symbol;
    }
  }
  return std::nullopt;
}

// "Nghị quyết số 57-NQ/TW" as the heading of a page that has no letterhead.
std::optional<Symbol> from_top_line(const Letterhead& head) {
  if (head.seen()) return std::nullopt;
  std::size_t filled = 0;
  for (const Line& line : head.lines) {
    if (line.cells.empty()) continue;
    if (++filled > kTopLines) break;
    const Cell& cell = line.cells[0];
    const std::size_t so = find_words(cell.folded.chars, U"số");
    if (line.cells.size() != 1 || so == std::u32string::npos || so < 2) continue;
    const MappedText text = decode_utf8(cell.text);
    const auto found = find_symbols(text);
    if (found.size() != 1) continue;
    const auto name = std::string_view(cell.text).substr(0, cell.folded.offsets[so - 1]);
    if (find_type(name) == nullptr) continue;
    // Behind it nothing, or its own date: an article would go on.
    const auto dates = find_dates(cell.folded);
    const bool date_ends = !dates.empty() && dates[0].end + 1 >= cell.folded.chars.size();
    if (found[0].end + 1 >= text.chars.size() || date_ends) return found[0].symbol;
  }
  return std::nullopt;
}

}  // namespace

std::optional<OwnSymbol> read_own_symbol(const Letterhead& head) {
  for (std::size_t i = head.begin; i < head.end; ++i) {
    for (const Cell& cell : head.lines[i].cells) {
      const std::size_t so = after_so(cell.folded.chars);
      if (so == 0) continue;
      if (auto symbol = symbol_behind_so(cell.text_from(so), 10)) {
        std::size_t at = i;
        const bool broken = cell.text.ends_with('-');  // joint issuers: "…/TTLT-BNV-" / "BTC-BYT"
        const auto more = broken
                              ? symbol_behind_so(std::string(cell.text_from(so)) + next_cell(head, i, at), 10)
                              : std::nullopt;
        return OwnSymbol{more ? *more : *symbol, "letterhead"};
      }
      if (auto symbol = symbol_over_lines(head, i, cell.text)) return OwnSymbol{*symbol, "letterhead"};
    }
  }
  for (std::size_t i = head.begin; i < head.end; ++i)
    for (const Cell& cell : head.lines[i].cells)
      if (auto symbol = parse_symbol(cell.text)) return OwnSymbol{*symbol, "letterhead"};
  if (auto symbol = below_type_line(head)) return OwnSymbol{*symbol, "title line"};
  if (auto symbol = from_top_line(head)) return OwnSymbol{*symbol, "text"};
  return std::nullopt;
}

std::optional<Symbol> read_blank_symbol(const Letterhead& head) {
  for (std::size_t i = head.begin; i < head.end; ++i) {
    for (const Cell& cell : head.lines[i].cells) {
      const std::size_t so = after_so(cell.folded.chars);
      if (so == 0) continue;
      std::size_t at = i;
      std::string text(cell.text_from(so));
      if (text.find('/') == text.npos) text += next_cell(head, i, at);
      const auto first = text.find_first_not_of(" :._…");
      if (first == text.npos) continue;
      auto symbol = first_symbol("Số: 1" + text.substr(first), 5);
      if (symbol) {
        symbol->number = 0;
        return symbol;
      }
    }
  }
  return std::nullopt;
}

std::optional<Symbol> read_enclosing_symbol(const Letterhead& head) {
  for (std::size_t i = 0; i < std::min(head.lines.size(), head.end + kEnclosed); ++i) {
    for (const Cell& cell : head.lines[i].cells) {
      const auto words = without_bullet(cell.folded.chars);
      if (!begins_with_any(words, {U"ban hành kèm theo", U"kèm theo", U"ban hành theo"})) continue;
      std::string text = cell.text;
      if (i + 1 < head.lines.size() && !head.lines[i + 1].cells.empty())
        text += " " + head.lines[i + 1].cells[0].text;
      const MappedText folded = fold_text(text);
      const std::size_t so = find_words(folded.chars, U"số");
      if (so < 60)
        if (auto symbol = symbol_behind_so(std::string_view(text).substr(folded.offsets[so + 2]), 3))
          return symbol;
      if (auto symbol = first_symbol(text, 60)) return symbol;
    }
  }
  return std::nullopt;
}

}  // namespace vankien
