#include "indexer/metadata/headings.h"

#include <optional>

#include "indexer/metadata/line_signs.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostHeading = 400;  // longer lines are prose: no heading is looked for inside

using Text = std::u32string_view;

struct Span {
  std::size_t begin;
  std::size_t end;
};

// "… GIỮA CHÍNH PHỦ NƯỚC CỘNG HÒA …" is a summary's; "KIỂM TOÁN NHÀ NƯỚC CỘNG HÒA …" are two columns.
bool is_inside_name(Text before) { return before.ends_with(U"NƯỚC ") && !before.ends_with(U"NHÀ NƯỚC "); }

// The national headings of party and state, in capitals, and the motto; they end a column wherever they
// stand.
std::optional<Span> find_heading(Text text) {
  static constexpr Text kHeadings[] = {U"ĐẢNG CỘNG SẢN VIỆT NAM", U"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                       U"CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"};
  std::optional<Span> first;
  const auto take = [&](std::size_t begin, std::size_t end) {
    if (!first || begin < first->begin) first = Span{begin, end};
  };
  for (const Text heading : kHeadings)
    if (const auto at = text.find(heading); at != text.npos && !is_inside_name(text.substr(0, at)))
      take(at, at + heading.size());
  for (const Text motto : {U"Độc lập", U"ĐỘC LẬP"}) {
    const auto at = text.find(motto);
    if (at == text.npos) continue;
    const auto last = fold_plainly(text).find(U"hạnh phúc", at);
    if (last != text.npos && last - at < 30) take(at, last + 9);
  }
  return first;
}

// V/v glued to the symbol it stands under: "Số: 12/UBND-TH V/v …".
std::optional<std::size_t> find_summary(Text text) {
  const auto at = text.find(U" V/v");
  if (at == text.npos || at == 0 || !begins_with(fold_plainly(text), U"số")) return std::nullopt;
  if (at + 4 < text.size() && is_letter(text[at + 4])) return std::nullopt;
  return at + 1;
}

// ĐẢNG, Độc, ĐỘC, CỘNG, V/v: letters that all headings and summaries have, and few lines.
bool has_heading_letters(Text text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char32_t next = text[i + 1];
    if (text[i] == U'Đ' && (next == U'Ả' || next == U'ộ' || next == U'Ộ')) return true;
    if ((text[i] == U'C' && next == U'Ộ') || (text[i] == U'V' && next == U'/')) return true;
  }
  return false;
}

}  // namespace

bool may_hold_heading(Text text) { return text.size() <= kMostHeading && has_heading_letters(text); }

void part_at_headings(std::u32string column, std::vector<std::u32string>& cells) {
  if (column.empty()) return;
  if (!may_hold_heading(column)) {
    cells.push_back(std::move(column));
    return;
  }
  Text rest = column;
  while (const auto heading = find_heading(rest)) {
    if (const Text before = trim(rest.substr(0, heading->begin)); !before.empty()) cells.emplace_back(before);
    cells.emplace_back(rest.substr(heading->begin, heading->end - heading->begin));
    rest = trim(rest.substr(heading->end));
  }
  if (const auto summary = find_summary(rest)) {
    cells.emplace_back(trim(rest.substr(0, *summary)));
    rest = rest.substr(*summary);
  }
  if (!rest.empty()) cells.emplace_back(rest);
}

}  // namespace vankien
