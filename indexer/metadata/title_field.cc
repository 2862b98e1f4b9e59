#include "indexer/metadata/title_field.h"

#include <algorithm>
#include <string>

#include "analyzers/char_filters.h"
#include "indexer/metadata/organ_name.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostLines = 14;
constexpr std::size_t kShortLine = 60;    // letters of a line that says no more than whose act it is
constexpr std::size_t kMostBytes = 1500;  // the longest summary met has 700

using Text = std::u32string_view;

// Offices in whose name the text of a state act begins: "BỘ TRƯỞNG BỘ NỘI VỤ", "QUYẾT ĐỊNH:".
bool is_office(const Cell& cell) {
  if (!cell.capitals) return false;
  return begins_with_any(cell.folded.chars,
                         {U"bộ trưởng", U"chủ tịch", U"thủ tướng", U"giám đốc", U"tổng giám đốc",
                          U"cục trưởng", U"tổng cục trưởng", U"chánh văn phòng", U"trưởng ban",
                          U"hiệu trưởng", U"chánh án", U"viện trưởng", U"tổng", U"thống đốc", U"quyết định",
                          U"quy định", U"ban bí thư", U"bộ chính trị", U"ban thường vụ"}) ||
         names_organ(cell);
}

// An office's line is a line of its own, near as short as the office's name.
bool opens_text(const Cell& cell, const Cell& above) {
  if (begins_body(cell)) return true;
  const Text folded = cell.folded.chars;
  if (folded.starts_with(U"(") && has_words(folded, U"kèm theo")) return true;
  // In a summary all in capitals a broken line may begin with an organ's name too.
  if (is_office(cell) && (!above.capitals || folded.size() < 60)) return true;
  if (folded.ends_with(U"điện:")) return true;
  return begins_sentence(cell) && (folded.size() > 200 || (above.capitals && folded.size() > 40));
}

// "của Bộ Chính trị", and nothing of what it is about.
bool names_issuer(Text folded) {
  if (has_words(folded, U"về") || !begins_with(folded, U"của")) return false;
  return begins_with_any(folded.substr(std::min<std::size_t>(folded.size(), 4)),
                         {U"bộ chính trị", U"ban bí thư", U"ban chấp hành", U"ban thường vụ", U"thường trực",
                          U"tỉnh ủy", U"thành ủy", U"huyện ủy", U"đảng ủy", U"chính phủ", U"thủ tướng",
                          U"quốc hội", U"chủ tịch", U"ủy ban", U"hội đồng", U"bộ trưởng", U"bộ"});
}

// "CỦA BỘ CHÍNH TRỊ", "HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG …" before the summary itself; not "CỦA
// ĐỒNG CHÍ … TẠI HỘI NGHỊ", which is one.
bool is_issuer_line(const Cell& cell) {
  const Text folded = cell.folded.chars;
  if (!cell.capitals || has_words(folded, U"về")) return false;
  return begins_with_any(folded, {U"hội nghị lần thứ", U"đại hội đại biểu"}) || names_issuer(folded);
}

void append(std::string& title, std::string_view text) {
  if (!title.empty() && !text.empty()) title += ' ';
  title += text;
}

std::string line_text(const Line& line, std::size_t from) {
  std::string text;
  for (std::size_t c = from; c < line.cells.size(); ++c) append(text, line.cells[c].text);
  return text;
}

bool is_small_word(Text word) {
  return word.size() > 1 && is_letter(word[0]) && is_letter(word[1]) && capital_letter(word[1]) != word[1];
}

// Where a run of words in capitals ends ("… ĐÔ THỊ Tại phiên họp …"); TTg and CTr count as capitals.
std::size_t end_of_capitals(Text text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size()) {
    std::size_t end = std::min(text.find(U' ', at), text.size());
    if (is_small_word(text.substr(at, end - at))) return at;
    at = end + 1;
  }
  return text.size();
}

// A summary on the type's own line, where the lines of the page ran together: without the text behind it.
//   "… ĐIỆN TỬ CHÍNH PHỦ Căn cứ …", "… CẤP Tại phiên họp …", "HỘI NGHỊ … KHÓA XII về … chủ nghĩa. Ảnh …"
std::string cut_glued(const Cell& cell, std::size_t from, Text issuer) {
  const MappedText text = decode_utf8(cell.text);
  const Text folded = cell.folded.chars;
  std::size_t end = folded.size();
  for (const Text opening : {U" căn cứ ", U" thủ tướng chính phủ điện", U" chủ tịch ủy ban nhân dân ",
                             U" bộ trưởng bộ ", U" cục trưởng cục ", U" i- "}) {
    const auto at = folded.find(opening, from);
    // In the middle of a sentence "của Chủ tịch …", "của Bộ trưởng Bộ …" belong to it.
    if (at != folded.npos && !folded.substr(0, at).ends_with(U"của")) end = std::min(end, at);
  }
  // Folding keeps the number of letters of NFC text; where it does not, the capitals are left alone.
  if (text.chars.size() != folded.size()) return cell.text.substr(cell.folded.offsets[from]);
  const std::size_t capitals = end_of_capitals(text.chars, from);
  if (capitals < end && capitals > from + 12) {
    if (begins_with(folded.substr(capitals), U"về"))
      from = capitals;
    else
      end = capitals;
  }
  if (const auto stop = folded.find(U". ", from); stop < end) end = stop;
  while (end > from && folded[end - 1] == U' ') --end;
  const Text title = folded.substr(from, end - from);
  if (!issuer.empty() && title.size() > issuer.size() + 1 && title.ends_with(issuer) &&
      !title.substr(0, title.size() - issuer.size() - 1).ends_with(U"của")) {
    end -= issuer.size() + 1;
    for (const Text office : {U" giám đốc", U" cục trưởng", U" chủ tịch", U" bộ trưởng", U" chánh văn phòng"})
      if (folded.substr(from, end - from).ends_with(office)) end -= office.size();
  }
  return encode_utf8(Text(text.chars).substr(from, end - from));
}

std::optional<Field> below_type_line(const Letterhead& head, Text issuer) {
  const TypeLine& type = *head.type_line;
  std::string title;
  const Cell* above = &head.lines[type.line].cells[type.cell];
  if (type.rest < above->folded.chars.size()) {
    const Text rest = without_bullet(Text(above->folded.chars).substr(type.rest));
    // "quyết định của bộ trưởng bộ tài chính": the summary is below.
    if (!rest.empty() && !(above->capitals && rest.size() < kShortLine && names_issuer(rest))) {
      title = cut_glued(*above, above->folded.chars.size() - rest.size(), issuer);
      if (!above->text.ends_with(title)) return finish_title(title, "title line");
    }
  }
  bool issuer_line = false;
  std::size_t taken = title.empty() ? 0 : 1;
  for (std::size_t i = type.line + 1;
       i < head.lines.size() && taken < kMostLines && title.size() < kMostBytes; ++i) {
    const Line& line = head.lines[i];
    if (line.cells.empty()) {
      if (taken > 0 || line.rule) break;
      continue;
    }
    const Cell& cell = line.cells[0];
    if (taken == 0 && !issuer_line && is_issuer_line(cell)) {
      issuer_line = true;
      continue;
    }
    const bool body =
        taken == 0 ? begins_with_any(without_bullet(cell.folded.chars), {U"căn cứ", U"kính gửi", U"điều 1"})
                   : opens_text(cell, *above);
    if (body) break;
    append(title, line_text(line, 0));
    above = &cell;
    ++taken;
    if (line.rule) break;
  }
  return finish_title(title, "title line");
}

// "An Phong, ngày 2 tháng 3 năm 2019", "An Phong, ngày 2/3/2019"; "… theo thư ngày 2/3/2019" goes on.
bool is_date_line(const Cell& cell) {
  const Text folded = cell.folded.chars;
  const std::size_t day = find_words(folded, U"ngày");
  if (day == folded.npos) return false;
  if (has_words(folded, U"tháng")) return true;
  const Text before = folded.substr(0, day);
  return day < 40 && before.find_last_not_of(U' ') != before.npos &&
         before[before.find_last_not_of(U' ')] == U',';
}

// "V/v …" in the left column under the symbol; broken lines follow in the same column.
std::optional<Field> below_symbol(const Letterhead& head) {
  for (std::size_t i = head.begin; i < head.end; ++i) {
    const auto& cells = head.lines[i].cells;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (!begins_with_any(cells[c].folded.chars, {U"v/v", U"về việc", U"v/v:"})) continue;
      std::string title = cells[c].text;
      for (std::size_t j = i + 1; j < head.end && !head.lines[j].cells.empty(); ++j) {
        const Cell& next = head.lines[j].cells[0];
        if (is_national_heading(next) || begins_with(next.folded.chars, U"số") || next.capitals) break;
        if (is_date_line(next)) break;
        append(title, next.text);
      }
      return finish_title(title, "letterhead");
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Field> finish_title(std::string title, const char* from) {
  while (title.ends_with("./.")) title.resize(title.size() - 3);
  while (!title.empty() &&
         (title.back() == ' ' || title.back() == '.' || title.back() == ';' || title.back() == ':'))
    title.pop_back();
  MappedText text = decode_utf8(title);
  std::size_t first = 0;
  while (first < text.chars.size() && !is_letter(text.chars[first]) && !is_digit(text.chars[first]) &&
         text.chars[first] != U'"' && text.chars[first] != U'“')
    ++first;
  if (first == text.chars.size()) return std::nullopt;
  text.chars[first] = capital_letter(text.chars[first]);
  return Field{encode_utf8(Text(text.chars).substr(first)), from};
}

std::optional<Field> read_title(const Letterhead& head, std::string_view issuer) {
  if (head.type_line) return below_type_line(head, fold_text(issuer).chars);
  return below_symbol(head);
}

}  // namespace vankien
