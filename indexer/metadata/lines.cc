#include "indexer/metadata/lines.h"

#include <algorithm>
#include <cstring>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "analyzers/settled_text.h"
#include "indexer/metadata/headings.h"
#include "indexer/metadata/one_cell.h"
#include "indexer/metadata/page_columns.h"

namespace vankien {
namespace {

constexpr std::size_t kMostBytes = 8000;  // a line's beginning is enough for its fields

bool all_capitals(std::u32string_view text) {
  bool letters = false;
  for (const char32_t c : text) {
    if (!is_letter(c)) continue;
    if (capital_letter(c) != c) return false;
    letters = true;
  }
  return letters;
}

// `folded` is fold_text(text): the letters, read_letters of the line, need not be read a second time for it.
Cell make_cell(std::u32string letters, bool capitals) {
  Cell cell{encode_utf8(letters), {std::move(letters), {}}, capitals};
  auto& [chars, offsets] = cell.folded;
  offsets.resize(chars.size() + 1);
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    offsets[i] = at;
    at += 1u + (chars[i] >= 0x80) + (chars[i] >= 0x800) + (chars[i] >= 0x10000);
  }
  offsets.back() = at;
  place_tone_marks(cell.folded);
  fold_case(cell.folded);
  return cell;
}

std::string_view without_blanks(std::string_view bytes) {
  while (bytes.starts_with(' ')) bytes.remove_prefix(1);
  while (bytes.ends_with(' ')) bytes.remove_suffix(1);
  return bytes;
}

Line read_line(std::string_view bytes) {
  if (bytes.size() > kMostBytes) {
    bytes = bytes.substr(0, kMostBytes);
    while (!bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0xC0) == 0x80)
      bytes.remove_suffix(1);
    bytes.remove_suffix(bytes.empty() ? 0 : 1);
  }
  const std::string_view core = without_blanks(bytes);
  Line line;
  std::vector<Cell> made;
  if (is_one_cell(core)) {
    if (auto settled = fold_settled(core)) {
      made.push_back({std::string(core), std::move(settled->folded), settled->capitals});
      line.cells = Cells(std::move(made));
      return line;
    }
  }
  MappedText text = decode_utf8(bytes);
  fold_look_alikes(text);
  to_nfc(text);
  PageColumns columns = part_columns(text.chars);
  line.rule = columns.rule;
  std::vector<std::u32string> cells;
  for (auto& column : columns.texts) part_at_headings(std::move(column), cells);
  for (auto& cell : cells) {
    const bool capitals = all_capitals(cell);
    made.push_back(make_cell(std::move(cell), capitals));
  }
  line.cells = Cells(std::move(made));
  return line;
}

// Where the first line of a text that is not empty ends.
std::size_t end_of_line(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  text = text.substr(0, text.find('\f'));
  return text.substr(0, text.find('\v')).size();
}

// Where the last line of a text begins.
std::size_t begin_of_last_line(std::string_view text) {
  std::size_t begin = 0;
  for (const char end : {'\n', '\f', '\v'})
    if (const void* found = ::memrchr(text.data() + begin, end, text.size() - begin); found != nullptr)
      begin = static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + 1;
  return begin;
}

}  // namespace

const Line& LineReader::read(std::string_view bytes) {
  auto& [size, line] = known_[bytes.data()];
  if (size != bytes.size()) {
    size = bytes.size();
    line = read_line(bytes);
  }
  return line;
}

std::vector<Line> LineReader::first(std::string_view text, std::size_t most) {
  std::vector<Line> lines;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t filled = 0;
  std::size_t blank = 0;  // in a row: a page of blank lines must not push the head out of sight
  while (!text.empty() && filled < most) {
    const std::size_t end = end_of_line(text);
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
    begin = begin_of_last_line(text.substr(0, begin));
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
