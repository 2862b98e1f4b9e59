#include "indexer/metadata/grade_field.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kStampLines = 20;  // filled lines at either end
constexpr std::size_t kTopLines = 5;     // at the top of further pages
constexpr std::size_t kMostStamp = 60;   // letters of a stamp with all that may stand beside it

using Text = std::u32string_view;

// Words a stamp may have beside its grade: urgency, the label of the field, copy numbers.
constexpr std::array<Text, 12> kBeside = {U"mucdomat", U"domat",  U"thuongkhan", U"hoatochengio",
                                          U"hoatoc",   U"khan",   U"tailieu",    U"banso",
                                          U"soban",    U"hengio", U"daumat",     U"chi"};

bool remove_first(std::u32string& letters, Text words) {
  const auto at = letters.find(words);
  if (at == letters.npos) return false;
  letters.erase(at, words.size());
  return true;
}

// The grade a cell's bare letters spell and nothing else. Small letters are taken only where no broken line
// of prose could have left them: "bí / mật", "chính trị / nội bộ".
Grade spelt(std::u32string letters, bool capital) {
  if (letters.empty() || letters.size() > kMostStamp) return Grade::kOpen;
  letters.erase(std::remove_if(letters.begin(), letters.end(), is_digit), letters.end());
  bool paper = false;  // "Tài liệu …"
  for (const Text beside : kBeside) paper = (remove_first(letters, beside) && beside == U"tailieu") || paper;
  if (letters == U"tuyetmat") return Grade::kTuyetMat;
  if (letters == U"toimat") return Grade::kToiMat;
  if (letters == U"mat" && (capital || paper)) return Grade::kMat;
  if (letters == U"luuhanhnoibo" || letters == U"luuhanhtrongnoibo") return Grade::kInternal;
  if (letters == U"noibo" && (capital || paper)) return Grade::kInternal;
  if (letters == U"thuhoi" && paper) return Grade::kInternal;  // handed out and collected again
  return Grade::kOpen;
}

bool first_is_capital(const Cell& cell) {
  for (const char32_t c : decode_utf8(cell.text).chars)
    if (is_letter(c)) return fold_letter(c) != c;
  return false;
}

// A stamp caught in a letterhead line whose columns ran together: "TỈNH ỦY … TỐI MẬT ĐẢNG CỘNG SẢN …".
Grade in_capitals(const Cell& cell) {
  if (!cell.capitals) return Grade::kOpen;
  const Text text = cell.folded.chars;
  Grade highest = Grade::kOpen;
  for (auto at = find_words(text, U"mật"); at != text.npos; at = find_words(text, U"mật", at + 1)) {
    const Text before = text.substr(0, at);
    if (before.ends_with(U"bảo ") || before.ends_with(U"bí ") || before.ends_with(U"cơ ") ||
        before.ends_with(U"độ ") || has_words_at(text, at, U"mật mã"))
      continue;
    if (before.ends_with(U"tuyệt "))
      highest = std::max(highest, Grade::kTuyetMat);
    else
      highest = std::max(highest, before.ends_with(U"tối ") ? Grade::kToiMat : Grade::kMat);
  }
  return highest;
}

class Stamps {
 public:
  // Above the text columns may have run together, and a stamp may be set as a table's cell. Elsewhere a cell
  // "Mật" is a list's entry; a stamp has capitals or a line of its own.
  void read_head(const Line& line) { read(line, true); }
  void read_other(const Line& line) { read(line, false); }
  void part() { last_.clear(); }
  Grade highest() const { return highest_; }

 private:
  void raise(Grade grade) { highest_ = std::max(highest_, grade); }

  void read(const Line& line, bool head) {
    std::u32string whole;
    for (const Cell& cell : line.cells) {
      const std::u32string letters = bare_letters(cell.folded.chars);
      const bool capital = first_is_capital(cell);
      if (head || cell.capitals || line.cells.size() == 1) {
        raise(spelt(letters, capital));
        if (letters == U"mat" && (last_ == U"toi" || last_ == U"tuyet")) raise(spelt(last_ + letters, true));
      }
      if (head) raise(in_capitals(cell));
      if (letters.size() < 12) whole += letters;
      last_ = letters;
    }
    // "M   Ậ   T" set wide enough to look like three columns.
    if (line.cells.size() > 1 && line.cells[0].capitals) raise(spelt(whole, true));
  }

  Grade highest_ = Grade::kOpen;
  std::u32string last_;  // the cell before, for a grade split in two
};

std::vector<const Line*> filled_lines(const std::vector<Line>& lines, std::size_t from, std::size_t most) {
  std::vector<const Line*> filled;
  for (std::size_t i = from; i < lines.size() && filled.size() < most; ++i)
    if (!lines[i].cells.empty()) filled.push_back(&lines[i]);
  return filled;
}

}  // namespace

GradeReading read_grade(const Letterhead& head, const std::vector<Line>& end,
                        const std::vector<std::vector<Line>>& page_tops, std::string_view symbol) {
  Stamps stamps;
  for (std::size_t i = 0; i < std::min(head.end, head.lines.size()); ++i) stamps.read_head(head.lines[i]);
  // From the first line, and again behind the letterhead: a web page's menu may stand above it.
  stamps.part();
  for (const Line* line : filled_lines(head.lines, 0, kStampLines)) stamps.read_other(*line);
  stamps.part();
  for (const Line* line : filled_lines(head.lines, head.end, kStampLines)) stamps.read_other(*line);
  stamps.part();
  const std::size_t filled = filled_lines(end, 0, end.size()).size();
  std::size_t seen = 0;
  for (const Line* line : filled_lines(end, 0, end.size()))
    if (++seen + kStampLines > filled) stamps.read_other(*line);
  for (const auto& top : page_tops) {
    stamps.part();
    for (const Line* line : filled_lines(top, 0, kTopLines)) stamps.read_other(*line);
  }
  if (stamps.highest() > Grade::kOpen) return {stamps.highest(), "stamp"};
  if (symbol.ends_with("/nb")) return {Grade::kInternal, "symbol"};
  return {Grade::kOpen, "no stamp"};
}

}  // namespace vankien
