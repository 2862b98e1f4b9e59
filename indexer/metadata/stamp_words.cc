#include "indexer/metadata/stamp_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analyzers/legacy/legacy_text.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostStamp = 60;   // letters of a stamp with all that may stand beside it
constexpr std::size_t kMostLegacy = 40;  // bytes of a stamp in another encoding

using Text = std::u32string_view;

// Words a stamp may have beside its grade: urgency, the label of the field, copy numbers.
constexpr std::array<Text, 12> kBeside = {U"mucdomat", U"domat",  U"thuongkhan", U"hoatochengio",
                                          U"hoatoc",   U"khan",   U"tailieu",    U"banso",
                                          U"soban",    U"hengio", U"daumat",     U"chi"};

struct Spelling {
  Text bare;
  Text marked;
  Grade grade;
};
constexpr std::array<Spelling, 5> kSpellings = {
    {{U"tuyetmat", U"tuyệtmật", Grade::kTuyetMat},
     {U"toimat", U"tốimật", Grade::kToiMat},
     {U"mat", U"mật", Grade::kMat},
     {U"luuhanhnoibo", U"lưuhànhnộibộ", Grade::kInternal},
     {U"luuhanhtrongnoibo", U"lưuhànhtrongnộibộ", Grade::kInternal}}};

bool remove_first(std::u32string& letters, Text words) {
  const auto at = letters.find(words);
  if (at == letters.npos) return false;
  letters.erase(at, words.size());
  return true;
}

// The grade bare letters spell; `paper` = "Tài liệu …" stood before it.
std::optional<Grade> spelt(std::u32string letters, bool& paper) {
  if (letters.empty() || letters.size() > kMostStamp) return std::nullopt;
  std::erase_if(letters, is_digit);
  paper = false;
  for (const Text beside : kBeside) paper = (remove_first(letters, beside) && beside == U"tailieu") || paper;
  for (const Spelling& spelling : kSpellings)
    if (letters == spelling.bare) return spelling.grade;
  if (letters == U"noibo") return Grade::kInternal;
  if (letters == U"thuhoi" && paper) return Grade::kInternal;  // handed out and collected again
  return std::nullopt;
}

std::u32string marked_letters(Text folded) {
  std::u32string out;
  std::copy_if(folded.begin(), folded.end(), std::back_inserter(out), is_letter);
  return out;
}

bool first_is_capital(const Cell& cell) {
  for (const char32_t c : decode_utf8(cell.text).chars)
    if (is_letter(c)) return fold_letter(c) != c;
  return false;
}

std::optional<StampReading> as_spelt(const Cell& cell) {
  const std::u32string bare = first_bare_letters(cell.folded.chars, kMostStamp);
  bool paper = false;
  const auto grade = spelt(bare, paper);
  if (!grade) return std::nullopt;
  const bool begins_capital = first_is_capital(cell) || paper;
  if (*grade == Grade::kInternal) {
    const bool whole = bare.find(U"luuhanh") != bare.npos;
    return whole || begins_capital ? std::optional(StampReading{*grade, ""}) : std::nullopt;
  }
  const std::u32string marked = marked_letters(cell.folded.chars);
  const bool unmarked =
      std::all_of(marked.begin(), marked.end(), [](char32_t c) { return strip_marks(c) == c; });
  const auto& spelling = *std::find_if(kSpellings.begin(), kSpellings.end(),
                                       [&](const Spelling& one) { return one.grade == *grade; });
  if (marked.find(spelling.marked) != marked.npos) {
    if (*grade == Grade::kMat && !begins_capital) return std::nullopt;  // the end of a line of prose
    return StampReading{*grade, ""};
  }
  if (unmarked && cell.capitals) return StampReading{*grade, ""};
  if (!cell.capitals && (!unmarked || !begins_capital)) return std::nullopt;  // Mắt, tôi mất, "mat"
  return StampReading{*grade, "its letters are not quite those of a stamp: \"" + cell.text + "\""};
}

std::size_t distance(Text a, Text b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t before = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, before + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      before = above;
    }
  }
  return row[b.size()];
}

// Letters of a stamp as scans give them: digits and strokes for letters, small l for I.
std::optional<std::u32string> scanned_letters(const Cell& cell) {
  std::u32string out;
  for (const char32_t c : decode_utf8(cell.text).chars) {
    if (c == U'0')
      out.push_back(U'o');
    else if (c == U'1' || c == U'|' || c == U'!' || c == U'l')
      out.push_back(U'i');
    else if (is_letter(c) && fold_letter(c) == c)
      return std::nullopt;  // prose
    else if (is_letter(c))
      out.push_back(fold_letter(c));
  }
  return out;
}

std::optional<StampReading> as_scanned(const Cell& cell) {
  if (cell.folded.chars.size() > 24) return std::nullopt;
  const auto marked = scanned_letters(cell);
  if (!marked || marked->size() < 2) return std::nullopt;
  std::u32string bare;
  for (const char32_t c : *marked) bare.push_back(strip_marks(c));
  const std::string doubt = "its letters look like a damaged stamp: \"" + cell.text + "\"";
  if (distance(bare, U"tuyetmat") <= 2) return StampReading{Grade::kTuyetMat, doubt};
  // Not ĐÔI MẮT, MỌI MẶT.
  if (distance(bare, U"toimat") <= 1 && (marked->ends_with(U"mật") || *marked == bare))
    return StampReading{Grade::kToiMat, doubt};
  if (distance(bare, U"luuhanhnoibo") <= 2) return StampReading{Grade::kInternal, doubt};
  // Three letters, one of them wrong: only where the rare Ậ still stands, and no other word has it so (VẬT, NHẬT).
  if (marked->size() <= 3 && marked->starts_with(U"mậ")) return StampReading{Grade::kMat, doubt};
  for (const Text head : {U"n", U"ni", U"iv", U"ivi", U"rn", U"in", U"iu", U"w", U"nn"})
    if (*marked == std::u32string(head) + U"ật") return StampReading{Grade::kMat, doubt};
  return std::nullopt;
}

bool is_unknown(char32_t c) { return c == U'\uFFFD' || c == U'?' || c == U'\u25A1'; }

// A run of unknown signs stands for one to three letters.
bool fits(Text pattern, Text word) {
  if (pattern.empty()) return word.empty();
  if (!is_unknown(pattern[0]))
    return !word.empty() && pattern[0] == word[0] && fits(pattern.substr(1), word.substr(1));
  std::size_t run = 0;
  while (run < pattern.size() && is_unknown(pattern[run])) ++run;
  for (std::size_t take = 1; take <= std::min<std::size_t>(word.size(), std::max<std::size_t>(run, 2));
       ++take)
    if (fits(pattern.substr(run), word.substr(take))) return true;
  return false;
}

std::optional<StampReading> as_undecoded(const Cell& cell) {
  if (cell.folded.chars.size() > 40) return std::nullopt;
  std::u32string pattern;
  std::size_t known = 0;
  for (const char32_t c : decode_utf8(cell.text).chars) {
    if (is_unknown(c)) {
      pattern.push_back(U'?');
    } else if (is_letter(c)) {
      if (fold_letter(c) == c) return std::nullopt;
      pattern.push_back(strip_marks(fold_letter(c)));
      ++known;
    }
  }
  if (known < 2 || known == pattern.size()) return std::nullopt;
  for (const Spelling& spelling : kSpellings)
    if (fits(pattern, spelling.bare))
      return StampReading{spelling.grade,
                          "letters that cannot be decoded may be a stamp: \"" + cell.text + "\""};
  return std::nullopt;
}

// Only what has no letter of Unicode's Vietnamese block can be another encoding's.
std::optional<StampReading> in_other_encoding(const Cell& cell) {
  if (cell.text.size() > kMostLegacy || cell.text.size() < 3) return std::nullopt;
  const MappedText text = decode_utf8(cell.text);
  bool plain = true;
  for (const char32_t c : text.chars) {
    if (c >= 0x1E00 && c < 0x1F00) return std::nullopt;
    plain = plain && (is_letter(c) || is_digit(c) || c == U' ') && c < 0x80;
  }
  if (plain) return std::nullopt;
  std::optional<StampReading> highest;
  for (const std::string& reading : possible_readings(cell.text)) {
    if (reading == cell.text) continue;
    for (const Line& line : read_lines(reading, 1))
      for (const Cell& other : line.cells) {
        const auto stamp = line.cells.size() == 1 ? as_spelt(other) : std::nullopt;
        if (stamp && stamp->doubt.empty() && (!highest || stamp->grade > highest->grade))
          highest =
              StampReading{stamp->grade, "in another encoding \"" + cell.text + "\" is \"" + reading + "\""};
      }
  }
  return highest;
}

// Letters of other alphabets that look like ours, and a sign of the grade behind it: "MẬT (C)".
std::string plain_letters(std::string text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kLookAlikes = {
      {{"А", "A"}, {"В", "B"}, {"Е", "E"}, {"К", "K"}, {"М", "M"}, {"Н", "H"}, {"О", "O"}, {"Р", "P"},
       {"С", "C"}, {"Т", "T"}, {"У", "Y"}, {"Х", "X"}, {"І", "I"}, {"а", "a"}, {"е", "e"}, {"о", "o"},
       {"р", "p"}, {"с", "c"}, {"у", "y"}, {"і", "i"}, {"Α", "A"}, {"Ε", "E"}, {"Η", "H"}, {"Ι", "I"},
       {"Μ", "M"}, {"Ν", "N"}, {"Ο", "O"}, {"Τ", "T"}, {"Υ", "Y"}, {"ο", "o"}}};  // Cyrillic, then Greek
  for (const auto& [foreign, ours] : kLookAlikes)
    for (auto at = text.find(foreign); at != text.npos; at = text.find(foreign, at))
      text.replace(at, foreign.size(), ours);
  const auto sign = text.rfind('(');
  if (sign != text.npos && text.ends_with(')') && text.size() - sign <= 4) text.erase(sign);
  return text;
}

std::optional<StampReading> in_other_letters(const Cell& cell) {
  if (cell.text.size() > 2 * kMostStamp) return std::nullopt;
  const std::string plain = plain_letters(cell.text);
  if (plain == cell.text) return std::nullopt;
  const auto lines = read_lines(plain, 1);
  if (lines.size() != 1 || lines[0].cells.size() != 1) return std::nullopt;
  auto stamp = as_spelt(lines[0].cells[0]);
  if (stamp) stamp->doubt = "it is not written as a stamp is: \"" + cell.text + "\"";
  return stamp;
}

// "ĐỘ MẬT: ###": there is a grade, but which?
std::optional<StampReading> behind_label(const Cell& cell) {
  const Text folded = cell.folded.chars;
  if (folded.size() > 40 || !begins_with_any(folded, {U"độ mật", U"mức độ mật", U"dấu chỉ mức độ mật",
                                                      U"dấu chỉ độ mật", U"ký hiệu độ mật"}))
    return std::nullopt;
  const auto colon = folded.find(U':');
  if (colon == folded.npos) return std::nullopt;
  const Text value = folded.substr(colon + 1);
  const std::u32string letters = bare_letters(value);
  const bool unreadable =
      std::any_of(value.begin(), value.end(), [](char32_t c) { return is_unknown(c) || c == U'#'; });
  if (letters.empty() && !unreadable) return std::nullopt;  // left blank
  for (const Text none : {U"khong", U"thuong", U"binhthuong", U"khongmat"})
    if (letters == none) return std::nullopt;
  return StampReading{Grade::kTuyetMat, "the grade behind the label cannot be read: \"" + cell.text + "\""};
}

}  // namespace

std::optional<StampReading> read_stamp(const Cell& cell) {
  for (const auto& read :
       {as_spelt, in_other_letters, behind_label, as_scanned, as_undecoded, in_other_encoding})
    if (auto stamp = read(cell)) return stamp;
  return std::nullopt;
}

std::optional<Grade> grade_of_letters(const std::u32string& bare) {
  bool paper = false;
  return spelt(bare, paper);
}

bool is_declassification(const Cell& cell) {
  if (!cell.capitals) return false;
  const std::u32string marked = marked_letters(cell.folded.chars);
  return (marked == U"giảimật" || marked == U"đãgiảimật" || marked == U"giaimat" ||
          marked == U"tàiliệugiảimật" || marked == U"tàiliệuđãgiảimật");
}

}  // namespace vankien
