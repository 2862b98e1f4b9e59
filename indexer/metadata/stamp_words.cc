#include "indexer/metadata/stamp_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "analyzers/legacy/legacy_text.h"
#include "indexer/metadata/damaged_stamp.h"
#include "indexer/metadata/stamp_letters.h"
#include "indexer/metadata/stamp_spellings.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostStamp = 60;              // letters of a stamp with all that may stand beside it
constexpr std::size_t kMostLegacy = 40;             // bytes of a stamp in another encoding
constexpr std::size_t kMostOther = 2 * kMostStamp;  // bytes of a stamp in letters of another alphabet

using Text = std::u32string_view;

bool remove_first(std::u32string& letters, Text words) {
  const auto at = letters.find(words);
  if (at == letters.npos) return false;
  letters.erase(at, words.size());
  return true;
}

// bare_letters of a line that may be a stamp; of another, and of most prose after a few letters, nothing.
std::u32string stamp_letters(Text folded) {
  std::u32string out;
  if (std::any_of(folded.begin(), folded.end(), is_of_no_stamp)) return out;
  for (const char32_t c : folded) {
    if (!is_letter(c) && !is_digit(c)) continue;
    const char32_t bare = strip_marks(c);
    if (out.size() == kMostStamp || !is_letter_of_stamps(bare)) return {};
    out.push_back(bare);
  }
  return out;
}

// Fonts of symbols and numbers of glyphs show consonants too as letters beyond these.
bool is_usual(char32_t c) { return c < 0x400 || (c >= 0x2000 && c < 0x2200); }

// Every spelling ends in these letters, whatever stands beside it: at, oi, bo.
bool may_be_spelt(Text letters) {
  bool a = false, t = false, o = false;
  for (const char32_t c : letters) {
    a = a || c == U'a';
    t = t || c == U't';
    o = o || c == U'o';
  }
  return (a && t) || o;
}

// The grade bare letters spell; `paper` = "Tài liệu …" stood before it.
std::optional<Grade> spelt(Text given, bool& paper) {
  if (given.empty() || given.size() > kMostStamp || !may_be_spelt(given)) return std::nullopt;
  if (!std::all_of(given.begin(), given.end(), is_letter_of_stamps)) return std::nullopt;
  std::u32string letters(given);
  std::erase_if(letters, is_digit);
  paper = false;
  for (const Text beside : kBeside) paper = (remove_first(letters, beside) && beside == U"tailieu") || paper;
  for (const StampSpelling& spelling : kStampSpellings)
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
  for (std::size_t at = 0; at < cell.text.size();)
    if (const char32_t c = next_code_point(cell.text, at); is_letter(c)) return fold_letter(c) != c;
  return false;
}

std::optional<StampReading> as_spelt(const Cell& cell) {
  const std::u32string bare = stamp_letters(cell.folded.chars);
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
  const auto& spelling = *std::find_if(kStampSpellings.begin(), kStampSpellings.end(),
                                       [&](const StampSpelling& one) { return one.grade == *grade; });
  if (marked.find(spelling.marked) != marked.npos) {
    if (*grade == Grade::kMat && !begins_capital) return std::nullopt;  // the end of a line of prose
    return StampReading{*grade, ""};
  }
  if (unmarked && cell.capitals) return StampReading{*grade, ""};
  if (!cell.capitals && (!unmarked || !begins_capital)) return std::nullopt;  // Mắt, tôi mất, "mat"
  return StampReading{*grade, "its letters are not quite those of a stamp: \"" + cell.text + "\""};
}

// A letter of Unicode's Vietnamese block, U+1E00 to U+1EFF: by its bytes, which most lines of prose have.
bool has_letter_of_block(std::string_view text) {
  for (auto at = text.find('\xE1'); at != text.npos; at = text.find('\xE1', at + 1))
    if (at + 2 < text.size() && text[at + 1] >= '\xB8' && text[at + 1] <= '\xBB' && text[at + 2] <= '\xBF')
      return true;
  return false;
}

// Only what has no letter of that block can be another encoding's.
std::optional<StampReading> in_other_encoding(const Cell& cell) {
  if (cell.text.size() > kMostLegacy || cell.text.size() < 3) return std::nullopt;
  const std::uint32_t letters = ascii_letters_in(cell.text);
  if ((letters & ~kLettersOfStamps) != 0 || has_letter_of_block(cell.text)) return std::nullopt;
  bool plain = true;
  bool usual = true;
  for (std::size_t at = 0; at < cell.text.size();) {
    const char32_t c = next_code_point(cell.text, at);
    if (c >= 0x1E00 && c < 0x1F00) return std::nullopt;
    plain = plain && (is_letter(c) || is_digit(c) || c == U' ') && c < 0x80;
    usual = usual && is_usual(c);
  }
  if (plain || (usual && !has_consonants_of_stamp(letters) && !may_hide_consonants(cell.text)))
    return std::nullopt;
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

// The first bytes of all these letters, and the sign's end.
bool may_be_foreign(std::string_view text) {
  return text.ends_with(')') ||
         std::any_of(text.begin(), text.end(), [](char c) { return c >= '\xCE' && c <= '\xD1'; });
}

std::optional<StampReading> in_other_letters(const Cell& cell) {
  if (cell.text.size() > kMostOther || !may_be_foreign(cell.text)) return std::nullopt;
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

bool may_be_stamp(const Cell& cell) {
  constexpr std::size_t kLooked = 160;
  if (cell.text.size() <= kMostOther || cell.folded.chars.size() < kLooked) return true;
  const char32_t* letters = cell.folded.chars.data();
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < kLooked; ++i) count += letters[i] - U'a' <= U'z' - U'a' ? 1u : 0u;
  return count <= kMostStamp;
}

std::optional<StampReading> read_stamp(const Cell& cell) {
  if (!may_be_stamp(cell)) return std::nullopt;
  for (const auto& read : {as_spelt, in_other_letters, behind_label, read_scanned_stamp, read_undecoded_stamp,
                           in_other_encoding})
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
