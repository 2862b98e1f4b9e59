#include "indexer/metadata/damaged_stamp.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "indexer/metadata/stamp_spellings.h"

namespace vankien {
namespace {

using Text = std::u32string_view;

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
  for (std::size_t at = 0; at < cell.text.size();) {
    const char32_t c = next_code_point(cell.text, at);
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

}  // namespace

std::optional<StampReading> read_scanned_stamp(const Cell& cell) {
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

std::optional<StampReading> read_undecoded_stamp(const Cell& cell) {
  if (cell.folded.chars.size() > 40) return std::nullopt;
  std::u32string pattern;
  std::size_t known = 0;
  for (std::size_t at = 0; at < cell.text.size();) {
    const char32_t c = next_code_point(cell.text, at);
    if (is_unknown(c)) {
      pattern.push_back(U'?');
    } else if (is_letter(c)) {
      if (fold_letter(c) == c) return std::nullopt;
      pattern.push_back(strip_marks(fold_letter(c)));
      ++known;
    }
  }
  if (known < 2 || known == pattern.size()) return std::nullopt;
  for (const StampSpelling& spelling : kStampSpellings)
    if (fits(pattern, spelling.bare))
      return StampReading{spelling.grade,
                          "letters that cannot be decoded may be a stamp: \"" + cell.text + "\""};
  return std::nullopt;
}

}  // namespace vankien
