#include "indexer/metadata/closing.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/run_scan.h"
#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostLine = 400;    // bytes; longer lines are prose
constexpr std::size_t kAbove = 8;         // lines above "Nơi nhận" where a PDF's columns put the signature
constexpr std::size_t kLines = 60;        // filled lines of a closing: long lists of recipients
constexpr std::size_t kMostBytes = 9000;  // the same in bytes
constexpr std::size_t kMostGap =
    40;  // filled lines from "./." to the closing; forms in annexes have their own
constexpr std::size_t kBehindEnd = 14;  // filled lines behind "./."

using Text = std::u32string_view;

struct Place {
  std::size_t page = 0;
  std::size_t begin = 0;  // byte of the line
};

// Two bytes beside each other with which one of the signs below begins, sixteen at a time; few lines have any.
bool has_beginning_of_sign(std::string_view line) {
  using namespace sixteen_bytes;
  for (std::size_t at = 0; at < line.size(); at += sizeof(Bytes)) {
    const Bytes first = load(line, at), second = load(line, at + 1), third = load(line, at + 2);
    const Bytes nh = (Bytes)((first | 0x20) == 'i') & (Bytes)(second == ' ') & (Bytes)((third | 0x20) == 'n');
    const Bytes t = (Bytes)(first == 'T') & ((Bytes)(second == '/') | (Bytes)(second == 'M') |
                                             (Bytes)(second == 'L') | (Bytes)(second == 'U'));
    const Bytes other =
        ((Bytes)(first == 'K') & (Bytes)(second == 'T')) | ((Bytes)(first == 'Q') & (Bytes)(second == '.'));
    if (bits_of(nh | t | other) != 0) return true;
  }
  return false;
}

// Bytes that every form of the letters has in common: most lines are no candidates, and are not decoded.
bool may_begin_closing(std::string_view line) {
  if (line.size() > kMostLine || !has_beginning_of_sign(line)) return false;
  for (const std::string_view sign : {"i nh", "I NH", "T/", "TM", "KT", "TL", "TUQ", "Q."})
    if (line.find(sign) != line.npos) return true;
  return false;
}

bool begins_closing(std::string_view line) {
  for (const Line& read : read_lines(line, 1))
    for (const Cell& cell : read.cells)
      if (begins_recipients(cell) || begins_authority(cell)) return true;
  return false;
}

// Annexes and the head of a copy come behind the closing.
bool ends_closing(const Line& line) {
  return std::any_of(line.cells.begin(), line.cells.end(), [](const Cell& cell) {
    if (is_national_heading(cell)) return true;
    return cell.capitals &&
           begins_with_any(cell.folded.chars,
                           {U"phụ lục", U"danh sách", U"danh mục", U"biểu", U"quy chế", U"quy định",
                            U"chương trình", U"kế hoạch", U"đề án", U"mẫu", U"sao"});
  });
}

Closing cut_out(const std::vector<std::string>& pages, Place from, Place mark, std::size_t most) {
  Closing closing;
  std::string text = pages[from.page].substr(from.begin, kMostBytes);
  for (std::size_t page = from.page + 1; page < pages.size() && text.size() < kMostBytes; ++page)
    text += "\n" + pages[page].substr(0, kMostBytes - text.size());
  closing.lines = read_lines(text, most);
  // Above the mark nothing ends it.
  std::size_t above = 0;
  if (mark.page == from.page)
    above = read_lines(std::string_view(text).substr(0, mark.begin - from.begin), most).size();
  for (std::size_t i = above; i < closing.lines.size(); ++i)
    if (ends_closing(closing.lines[i])) {
      closing.lines.resize(i);
      break;
    }
  closing.page = mark.page;
  closing.below = mark.begin;
  return closing;
}

struct Found {
  std::optional<Place> mark;
  Place above;                    // `kAbove` lines higher on the same page
  std::optional<Place> end_sign;  // the line behind "./."
};

Found find_places(const std::vector<std::string>& pages) {
  Found found;
  std::size_t gap = 0;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const std::string_view text = pages[page];
    std::array<std::size_t, kAbove> last{};
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = text.substr(begin, end - begin);
      if (may_begin_closing(line) && begins_closing(line)) {
        found.mark = Place{page, begin};
        found.above = {page, count == 0 ? begin : last[count >= kAbove ? count % kAbove : 0]};
        return found;
      }
      if (!found.end_sign && line.find("./.") != line.npos && end + 1 < text.size())
        found.end_sign = Place{page, end + 1};
      if (found.end_sign && line.find_first_not_of(" \t\r") != line.npos && ++gap > kMostGap) return found;
      if (line.find_first_not_of(" \t\r") != line.npos) last[count++ % kAbove] = begin;
      begin = end + 1;
    }
  }
  return found;
}

}  // namespace

bool begins_recipients(const Cell& cell) {
  const Text words = without_bullet(cell.folded.chars);
  if (!begins_with(words, U"nơi nhận")) return false;
  Text rest = words.substr(8);
  while (!rest.empty() && (is_space(rest.front()) || rest.front() == U'_' || rest.front() == U'*'))
    rest.remove_prefix(1);
  if (rest.empty()) return true;
  if (rest.front() != U':') return false;  // "Nơi nhận hồ sơ", of a procedure
  while (!rest.empty() && !is_letter(rest.front()) && !is_dash(rest.front())) rest.remove_prefix(1);
  return rest.empty() || is_dash(rest.front()) || begins_with(rest, U"như");
}

bool begins_authority(const Cell& cell) {
  const std::string_view text = cell.text;
  for (const std::string_view sign : {"T/M", "TM.", "TM ", "K/T", "KT.", "KT ", "T/L", "TL.", "TL ", "TUQ.",
                                      "TUQ ", "T/UQ", "T/U/Q", "Q."}) {
    if (!text.starts_with(sign)) continue;
    // Capitals must follow: "TM 2025" is none, nor is "KT. Sở".
    std::size_t letters = 0;
    for (const char32_t c : decode_utf8(text.substr(sign.size())).chars) {
      if (is_letter(c)) {
        if (fold_letter(c) == c) return false;
        if (++letters == 3) return true;
      } else if (is_digit(c)) {
        return false;
      }
    }
    return false;
  }
  return false;
}

Closing read_closing(const std::vector<std::string>& pages, LineReader& reader) {
  const Found found = find_places(pages);
  if (found.mark) {
    Closing closing = cut_out(pages, found.above, *found.mark, kLines);
    closing.marked = true;
    return closing;
  }
  if (found.end_sign) return cut_out(pages, *found.end_sign, *found.end_sign, kBehindEnd);
  Closing closing;
  closing.page = pages.size();
  for (auto page = pages.rbegin(); page != pages.rend(); ++page)
    if (page->find_first_not_of(" \t\r\n\f") != page->npos) {
      closing.lines = reader.last(*page, kBehindEnd);
      break;
    }
  return closing;
}

Closing read_closing(const std::vector<std::string>& pages) {
  LineReader reader;
  return read_closing(pages, reader);
}

}  // namespace vankien
