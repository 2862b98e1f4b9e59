#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>

#include "analyzers/letters.h"

namespace vankien {

// Looking for words in folded text: small letters, old-style tone placement (write ủy, khóa, hòa).

/// True if the words stand at `at` and no letter follows.
inline bool has_words_at(std::u32string_view text, std::size_t at, std::u32string_view words) {
  return at <= text.size() && text.substr(at).starts_with(words) &&
         (at + words.size() == text.size() || !is_letter(text[at + words.size()]));
}

inline bool begins_with(std::u32string_view text, std::u32string_view words) {
  return has_words_at(text, 0, words);
}

inline bool begins_with_any(std::u32string_view text, std::initializer_list<std::u32string_view> choices) {
  for (const auto words : choices)
    if (begins_with(text, words)) return true;
  return false;
}

/// Where the letter stands, from `from` on; npos if nowhere. Four at a time.
inline std::size_t find_letter(std::u32string_view text, char32_t letter, std::size_t from) {
  using Four = std::uint32_t __attribute__((vector_size(16)));
  for (; from + 4 <= text.size(); from += 4) {
    Four here;
    std::memcpy(&here, text.data() + from, sizeof here);
    const auto found =
        std::bit_cast<std::array<std::uint64_t, 2>>(here == static_cast<std::uint32_t>(letter));
    if ((found[0] | found[1]) != 0) break;
  }
  while (from < text.size() && text[from] != letter) ++from;
  return from < text.size() ? from : text.npos;
}

/// Where the words stand whole, from `from` on; npos if nowhere. Sought is a letter with a mark, if they have one: the first of
/// "ngày" every tenth letter is.
inline std::size_t find_words(std::u32string_view text, std::u32string_view words, std::size_t from = 0) {
  if (words.empty()) return text.npos;
  const auto marked = std::find_if(words.begin(), words.end(), [](char32_t c) { return c >= 0x80; });
  const std::size_t sought = marked == words.end() ? 0 : static_cast<std::size_t>(marked - words.begin());
  for (std::size_t at = find_letter(text, words[sought], from + sought); at != text.npos;
       at = find_letter(text, words[sought], at + 1)) {
    const std::size_t begin = at - sought;
    if ((begin == 0 || !is_letter(text[begin - 1])) && has_words_at(text, begin, words)) return begin;
  }
  return text.npos;
}

inline bool has_words(std::u32string_view text, std::u32string_view words) {
  return find_words(text, words) != text.npos;
}

/// Without blanks, points and marks: "t u y ệ t  m ậ t." → "tuyetmat". For stamps and spaced-out headings.
inline std::u32string bare_letters(std::u32string_view folded) {
  std::u32string out;
  for (const char32_t c : folded)
    if (is_letter(c) || is_digit(c)) out.push_back(strip_marks(c));
  return out;
}

/// The same of a line's beginning: enough to know a stamp of at most `most` letters, and that a longer line is none.
inline std::u32string first_bare_letters(std::u32string_view folded, std::size_t most) {
  std::u32string out;
  out.reserve(std::min(most + 1, folded.size()));
  for (const char32_t c : folded) {
    if (out.size() > most) break;
    if (is_letter(c) || is_digit(c)) out.push_back(strip_marks(c));
  }
  return out;
}

/// "- căn cứ …" → "căn cứ …": without the bullets, numbers and quotes a line may begin with.
inline std::u32string_view without_bullet(std::u32string_view text) {
  while (!text.empty() && !is_letter(text.front()) && !is_digit(text.front())) text.remove_prefix(1);
  return text;
}

}  // namespace vankien
