#include "indexer/metadata/number_line.h"

#include <algorithm>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

bool is_leader(char32_t c) { return c == U'.' || c == U'…' || c == U'_'; }

// Digits, and the letters that optical reading takes for them.
char32_t read_digit(char32_t c) {
  if (c == U'l' || c == U'I' || c == U'|') return U'1';
  if (c == U'O' || c == U'o') return U'0';
  return c >= U'0' && c <= U'9' ? c : 0;
}

}  // namespace

std::size_t after_so(std::u32string_view all) {
  static constexpr std::u32string_view kMisread = U"oóòỏõọôồổỗộ";
  static constexpr std::u32string_view kFirst = U"slbpn";  // of all the words below
  const std::u32string_view folded = without_bullet(all);
  if (folded.empty() || kFirst.find(folded[0]) == kFirst.npos) return 0;
  const std::size_t bullets = all.size() - folded.size();
  const bool misread = folded.size() > 2 && folded[0] == U's' && kMisread.find(folded[1]) != kMisread.npos;
  if (misread || (bullets > 0 && begins_with(folded, U"số"))) {
    std::size_t number = 2;
    while (number < folded.size() && (folded[number] == U' ' || folded[number] == U':')) ++number;
    return number < folded.size() && is_digit(folded[number]) ? bullets + 2 : 0;
  }
  for (const std::u32string_view lead :
       {U"số", U"luật số", U"bộ luật số", U"pháp lệnh số", U"nghị quyết số", U"lệnh số", U"sắc lệnh số"})
    if (begins_with(folded, lead) || (folded.starts_with(lead) && is_digit(folded[lead.size()])))
      return lead.size();
  return 0;
}

std::string with_plain_number(std::string_view behind) {
  const std::u32string text = decode_utf8(behind).chars;
  std::size_t i = 0;
  while (i < text.size() && (is_leader(text[i]) || is_space(text[i]) || text[i] == U':')) ++i;
  std::u32string number;
  bool digits = false;
  for (; i < text.size() && read_digit(text[i]) != 0; ++i) {
    digits = digits || is_digit(text[i]);
    number.push_back(read_digit(text[i]));
  }
  if (!digits) return std::string(behind);
  std::size_t end = i;
  while (end < text.size() && (is_leader(text[end]) || is_space(text[end]))) ++end;
  const bool filled = end > i && std::any_of(text.begin() + static_cast<std::ptrdiff_t>(i),
                                             text.begin() + static_cast<std::ptrdiff_t>(end), is_leader);
  if (filled && end < text.size() && is_digit(text[end])) return std::string(behind);
  std::u32string out = U" " + number;
  if (filled && end < text.size() && is_letter(text[end])) out.push_back(U'-');
  return encode_utf8(out + text.substr(filled ? end : i));
}

}  // namespace vankien
