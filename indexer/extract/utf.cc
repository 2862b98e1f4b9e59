#include "indexer/extract/utf.h"

#include <utility>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"

namespace vankien {

std::optional<std::size_t> append_utf16(std::string& out, std::u16string_view units) {
  std::optional<std::size_t> first_bad;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char32_t unit = units[i];
    const bool high = unit >= 0xD800 && unit <= 0xDBFF;
    if (high && i + 1 < units.size() && units[i + 1] >= 0xDC00 && units[i + 1] <= 0xDFFF) {
      append_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (units[i + 1] - 0xDC00u));
      ++i;
      continue;
    }
    if (!first_bad && unit >= 0xD800 && unit <= 0xDFFF) first_bad = i;
    append_utf8(out, unit);
  }
  return first_bad;
}

std::size_t count_letters(std::string_view utf8) {
  std::size_t letters = 0;
  for (const char32_t c : decode_utf8(utf8).chars) {
    const bool ascii_letter = is_letter(c) || is_digit(c);
    if (c < 0x80 ? ascii_letter : !is_space(c)) ++letters;
  }
  return letters;
}

void unify_line_ends(std::string& utf8) {
  for (const std::string_view line_end : {"\u2028", "\u2029", "\xC2\x85", "\v"}) {
    std::size_t at = utf8.find(line_end);
    if (at == std::string::npos) continue;
    std::string unified;
    std::size_t begin = 0;
    for (; at != std::string::npos; at = utf8.find(line_end, begin)) {
      unified.append(utf8, begin, at - begin);
      unified += '\n';
      begin = at + line_end.size();
    }
    unified.append(utf8, begin);
    utf8 = std::move(unified);
  }
}

std::string bare(std::string_view utf8) {
  std::string shadow;
  for (const char32_t c : fold_text(utf8).chars) {
    const char32_t letter = strip_marks(c);
    if (is_space(c)) {
      if (!shadow.empty() && shadow.back() != ' ') shadow += ' ';
    } else if (letter < 0x80) {
      shadow += static_cast<char>(letter);
    }
  }
  if (!shadow.empty() && shadow.back() == ' ') shadow.pop_back();
  return shadow;
}

}  // namespace vankien
