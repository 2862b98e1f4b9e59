#include "indexer/metadata/grade_field.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "indexer/metadata/stamp_words.h"
#include "indexer/metadata/stamp_zones.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kStampLines = 20;   // filled lines at either end
constexpr std::size_t kTopLines = 5;      // at the top of further pages
constexpr std::size_t kMostLetters = 12;  // of a grade, or of a half of it
constexpr std::size_t kMostInner = 48;    // bytes of a line inside the text that is a stamp

using Text = std::u32string_view;

// A stamp caught in a letterhead line in capitals whose columns ran together: "TỈNH ỦY … TỐI MẬT ĐẢNG CỘNG SẢN …".
Grade in_capitals(const Cell& cell) {
  if (is_declassification(cell)) return Grade::kOpen;
  const Text text = cell.folded.chars;
  Grade highest = Grade::kOpen;
  for (auto at = find_words(text, U"mật"); at != text.npos; at = find_words(text, U"mật", at + 1)) {
    const Text before = text.substr(0, at);
    static constexpr Text kNoStamp[] = {U"bảo ", U"bí ",  U"cơ ",   U"độ ", U"giải ",
                                        U"mức ", U"trù ", U"thân ", U"yếu "};
    if (std::any_of(std::begin(kNoStamp), std::end(kNoStamp),
                    [&](Text word) { return before.ends_with(word); }))
      continue;
    bool other = false;
    for (const Text word :
         {U"mật mã", U"mật độ", U"mật ong", U"mật khẩu", U"mật vụ", U"mật thiết", U"mật báo"})
      other = other || has_words_at(text, at, word);
    if (other) continue;
    if (before.ends_with(U"tuyệt "))
      highest = std::max(highest, Grade::kTuyetMat);
    else
      highest = std::max(highest, before.ends_with(U"tối ") ? Grade::kToiMat : Grade::kMat);
  }
  return highest;
}

// The bare letters of a cell that may be a grade or a half of it; of a longer one none.
std::u32string few_letters(Text folded) {
  constexpr std::size_t kLooked = 32;
  std::size_t count = 0;
  for (std::size_t i = 0; i < std::min(folded.size(), kLooked); ++i) count += folded[i] - U'a' <= U'z' - U'a';
  if (count > kMostLetters) return {};
  std::u32string letters = first_bare_letters(folded, kMostLetters);
  return letters.size() < kMostLetters ? letters : std::u32string();
}

class Stamps {
 public:
  // Above the text columns may have run together, and a stamp may be set as a table's cell. Elsewhere a cell
  // "Mật" is a list's entry; a stamp has capitals or a line of its own.
  // Lines stay where they are until the next page is gone to.
  void read_head(const Line& line) { read(line, true); }
  void read_other(const Line& line) { read(line, false); }
  void part() { last_.clear(); }
  /// From here on: another page. "" is the first.
  void go_to(std::string place) {
    part();
    known_.clear();
    place_ = std::move(place);
  }

  // A line of the text itself counts only if it is spelt as it should be.
  void read_inner(const Line& line) {
    if (line.cells.size() != 1 || !line.cells[0].capitals) return;
    const auto stamp = read_stamp(line.cells[0]);
    if (!stamp || !stamp->doubt.empty() || stamp->grade <= highest_) return;
    highest_ = stamp->grade;
    doubt("a stamp stands inside the text: \"" + line.cells[0].text + "\"");
  }

  GradeReading finish(std::string_view symbol) {
    GradeReading reading{highest_, "stamp", {}};
    if (highest_ == Grade::kOpen && symbol.ends_with("/nb")) {
      reading.grade = Grade::kInternal;
      reading.from = "symbol";
    } else if (highest_ == Grade::kOpen) {
      reading.from = "no stamp";
    }
    if (declassified_) {
      doubts_.push_back({"", "it is marked as declassified"});
      if (highest_ == Grade::kOpen) reading = {Grade::kTuyetMat, "stamp", {}};
    }
    if (copied_ && reading.grade > Grade::kInternal)
      doubts_.push_back({"", "it is a copy of a secret paper"});
    reading.doubts = std::move(doubts_);
    return reading;
  }

 private:
  // The same cell is looked at up to four times: in the head, at both ends and behind the head.
  const std::optional<StampReading>& stamp_of(const Cell& cell) {
    static const std::optional<StampReading> kNone;
    if (!may_be_stamp(cell)) return kNone;
    const auto [known, fresh] = known_.try_emplace(&cell);
    if (fresh) known->second = read_stamp(cell);
    return known->second;
  }

  void doubt(std::string reason) { doubts_.push_back({place_, std::move(reason)}); }

  void raise(Grade grade, const std::string& why = {}) {
    if (grade == Grade::kOpen) return;
    const Grade before = highest_;
    if (!why.empty() && grade > before) doubt(why);
    // "Lưu hành nội bộ" beside a grade only says how to handle it.
    const bool secret = grade > Grade::kInternal;
    if (secret && before > Grade::kInternal && grade != before)
      doubt("two stamps: " + std::string(grade_name(before)) + " and " + std::string(grade_name(grade)));
    else if (secret && before <= Grade::kInternal && !place_.empty() && why.empty())
      doubt("its first page has no stamp " + std::string(grade_name(grade)));
    highest_ = std::max(before, grade);
  }

  void read(const Line& line, bool head) {
    std::u32string whole;
    for (const Cell& cell : line.cells) {
      const std::u32string letters = few_letters(cell.folded.chars);
      declassified_ = declassified_ || (place_.empty() && is_declassification(cell));
      copied_ =
          copied_ || (cell.capitals && begins_with_any(cell.folded.chars, {U"bản sao", U"sao y", U"sao lục",
                                                                           U"sao nguyên văn", U"trích sao"}));
      if (head || cell.capitals || line.cells.size() == 1) {
        const bool second_half = letters == U"mat" && (last_ == U"toi" || last_ == U"tuyet");
        if (second_half)
          raise(*grade_of_letters(last_ + letters));
        else if (const auto& stamp = stamp_of(cell))
          raise(stamp->grade, stamp->doubt);
      }
      if (head && cell.capitals && !stamp_of(cell)) raise(in_capitals(cell));
      whole += letters;
      last_ = letters;
    }
    // "M   Ậ   T" set wide enough to look like three columns.
    if (line.cells.size() > 1 && line.cells[0].capitals)
      if (const auto grade = grade_of_letters(whole)) raise(*grade);
  }

  std::unordered_map<const Cell*, std::optional<StampReading>> known_;  ///< of this page
  Grade highest_ = Grade::kOpen;
  std::u32string last_;  // the cell before, for a grade split in two
  std::string place_;
  bool declassified_ = false;
  bool copied_ = false;
  std::vector<GradeDoubt> doubts_;
};

// All short lines in capitals: an enclosure in the same page may have its own stamp.
void read_inside(std::string_view page, Stamps& stamps) {
  for (std::size_t begin = 0; begin < page.size();) {
    const std::size_t end = std::min(page.find('\n', begin), page.size());
    std::string_view line = page.substr(begin, end - begin);
    begin = end + 1;
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    if (line.size() < 3 || line.size() > kMostInner || line.find('T') == line.npos) continue;
    if (line.find('M') == line.npos) continue;
    for (const Line& read : read_lines(line, 1)) stamps.read_inner(read);
  }
}

}  // namespace

GradeReading read_grade(const Letterhead& head, const std::vector<Line>& end,
                        const std::vector<std::string>& pages, std::string_view symbol) {
  Stamps stamps;
  for (std::size_t i = 0; i < std::min(head.end, head.lines.size()); ++i) stamps.read_head(head.lines[i]);
  // From the first line, and again behind the letterhead: a web page's menu may stand above it.
  stamps.part();
  for (const Line* line : filled_lines(head.lines, 0, kStampLines)) stamps.read_other(*line);
  stamps.part();
  for (const Line* line : filled_lines(head.lines, head.end, kStampLines)) stamps.read_other(*line);
  stamps.part();
  const auto last = filled_lines(end, 0, end.size());
  for (std::size_t i = last.size() > kStampLines ? last.size() - kStampLines : 0; i < last.size(); ++i)
    stamps.read_other(*last[i]);
  for (std::size_t i = 1; i < pages.size(); ++i) {
    stamps.go_to("page " + std::to_string(i + 1));
    const std::vector<Line> top = read_lines(pages[i], kTopLines);
    for (const Line* line : filled_lines(top, 0, kTopLines)) stamps.read_other(*line);
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    stamps.go_to(pages.size() > 1 ? "page " + std::to_string(i + 1) : "");
    read_inside(pages[i], stamps);
  }
  return stamps.finish(symbol);
}

}  // namespace vankien
