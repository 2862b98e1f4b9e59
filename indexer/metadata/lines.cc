#include "indexer/metadata/lines.h"

#include <algorithm>
#include <optional>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kRule = 3;           // strokes that make a rule
constexpr std::size_t kGap = 3;            // blanks that part two columns
constexpr std::size_t kMostHeading = 400;  // longer lines are prose: no heading is looked for inside
constexpr std::size_t kMostBytes = 8000;   // a line's beginning is enough for its fields

using Text = std::u32string_view;

bool is_stroke(char32_t c) { return is_dash(c) || c == U'_' || c == U'=' || c == U'*' || c == U'~'; }

Text trim(Text text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_plain_rule(Text text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_stroke) &&
         (text.size() > 1 || text[0] == U'*' || text[0] == U'_');
}

std::size_t run(Text text, std::size_t at, bool (*is)(char32_t)) {
  std::size_t end = at;
  while (end < text.size() && is(text[end])) ++end;
  return end - at;
}

// Cuts at tabs, strokes of tables, wide gaps and rules.
std::vector<Text> cut(Text line, bool& rule) {
  std::vector<Text> parts;
  std::size_t begin = 0;
  const auto end_part = [&](std::size_t end, std::size_t next) {
    if (const Text part = trim(line.substr(begin, end - begin)); is_plain_rule(part))
      rule = true;
    else if (!part.empty())
      parts.push_back(part);
    begin = next;
  };
  for (std::size_t i = 0; i < line.size();) {
    std::size_t width = 0;
    if (line[i] == U'\t' || line[i] == U'|') {
      width = 1;
    } else if (is_space(line[i])) {
      const std::size_t blanks = run(line, i, is_space);
      const Text gap = line.substr(i, blanks);
      if (blanks < kGap && gap.find(U'\t') == gap.npos) {
        i += blanks;
        continue;
      }
      width = blanks;
    } else if (is_stroke(line[i])) {
      const std::size_t strokes = run(line, i, is_stroke);
      if (strokes < kRule) {
        i += strokes;
        continue;
      }
      rule = true;
      width = strokes;
    }
    if (width == 0) {
      ++i;
      continue;
    }
    end_part(i, i + width);
    i += width;
  }
  end_part(line.size(), line.size());
  return parts;
}

std::u32string squeeze(Text text) {
  std::u32string out;
  for (const char32_t c : text) {
    if (!is_space(c))
      out.push_back(c);
    else if (!out.empty() && out.back() != U' ')
      out.push_back(U' ');
  }
  return out;
}

std::u32string fold_plainly(Text text) {
  std::u32string out;
  for (const char32_t c : text) out.push_back(fold_letter(c));
  return out;
}

// A day, a number left blank leaves a gap inside its own cell.
bool gap_is_inside(const std::u32string& left, const std::u32string& right) {
  const std::u32string before = fold_plainly(left);
  const std::u32string after = fold_plainly(right);
  for (const Text last : {U"ngày", U"tháng", U"năm", U"số", U"số:", U"số :"})
    if (before.ends_with(last) &&
        (before.size() == last.size() || !is_letter(before[before.size() - last.size() - 1])))
      return !begins_with(after, U"đảng cộng sản") && !begins_with(after, U"cộng hòa");
  if (begins_with(after, U"tháng") || begins_with(after, U"năm")) return has_words(before, U"ngày");
  const bool joiner = after.size() > 1 && (is_dash(after[0]) || after[0] == U'/');
  const std::size_t next = after.size() > 2 && after[1] == U' ' ? 2 : 1;
  return joiner && is_letter(right[next]) && fold_letter(right[next]) != right[next] &&
         (is_digit(before.back()) || begins_with(before, U"số"));
}

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

void part_at_headings(std::u32string text, std::vector<std::u32string>& cells) {
  if (text.size() > kMostHeading) {
    cells.push_back(std::move(text));
    return;
  }
  Text rest = text;
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

bool all_capitals(Text text) {
  bool letters = false;
  for (const char32_t c : text) {
    if (!is_letter(c)) continue;
    if (capital_letter(c) != c) return false;
    letters = true;
  }
  return letters;
}

Line read_line(std::string_view bytes) {
  if (bytes.size() > kMostBytes) {
    bytes = bytes.substr(0, kMostBytes);
    while (!bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0xC0) == 0x80)
      bytes.remove_suffix(1);
    bytes.remove_suffix(bytes.empty() ? 0 : 1);
  }
  MappedText text = decode_utf8(bytes);
  fold_look_alikes(text);
  to_nfc(text);
  Line line;
  std::vector<std::u32string> joined;
  for (const Text part : cut(text.chars, line.rule)) {
    std::u32string next = squeeze(part);
    if (!joined.empty() && gap_is_inside(joined.back(), next))
      joined.back() += U" " + next;
    else
      joined.push_back(std::move(next));
  }
  std::vector<std::u32string> cells;
  for (auto& cell : joined) part_at_headings(std::move(cell), cells);
  for (const auto& cell : cells) {
    std::string utf8 = encode_utf8(cell);
    MappedText folded = fold_text(utf8);
    line.cells.push_back({std::move(utf8), std::move(folded), all_capitals(cell)});
  }
  return line;
}

bool is_line_end(char c) { return c == '\n' || c == '\f' || c == '\v'; }

}  // namespace

const Line& LineReader::read(std::string_view bytes) {
  const auto [known, fresh] = known_.try_emplace(bytes);
  if (fresh) known->second = read_line(bytes);
  return known->second;
}

std::vector<Line> LineReader::first(std::string_view text, std::size_t most) {
  std::vector<Line> lines;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t filled = 0;
  std::size_t blank = 0;  // in a row: a page of blank lines must not push the head out of sight
  while (!text.empty() && filled < most) {
    const auto end =
        static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_line_end) - text.begin());
    const Line& line = read(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
    blank = line.blank() ? blank + 1 : 0;
    if (!line.cells.empty()) ++filled;
    if (blank <= 2) lines.push_back(line);
  }
  return lines;
}

std::vector<Line> LineReader::last(std::string_view text, std::size_t most) {
  std::size_t begin = text.size();
  while (begin > 0 && most > 0) {
    const std::size_t end = --begin;  // the line end, or the last letter of a text without one
    while (begin > 0 && !is_line_end(text[begin - 1])) --begin;
    if (text.substr(begin, end + 1 - begin).find_first_not_of(" \t\r\n\f\v") != text.npos) --most;
  }
  return first(text.substr(begin), text.size());
}

std::vector<Line> read_lines(std::string_view text, std::size_t most) {
  return LineReader().first(text, most);
}

std::vector<Line> read_last_lines(std::string_view text, std::size_t most) {
  return LineReader().last(text, most);
}

}  // namespace vankien
