#pragma once

#include <algorithm>
#include <string>

#include "analyzers/char_filters.h"
#include "analyzers/fragments.h"
#include "analyzers/letters.h"
#include "analyzers/schema/symbol.h"
#include "analyzers/token_filters.h"
#include "analyzers/tokenizer.h"

namespace vankien {

// The chain as a reader would write it down: every filter on the whole text, one after the other. What analyze() makes of
// remembered runs must be this.

inline Gap reference_gap(const MappedText& text, std::uint32_t from, std::uint32_t to) {
  std::u32string between;
  for (std::size_t i = 0; i < text.chars.size(); ++i)
    if (text.offsets[i] >= from && text.offsets[i] < to) between.push_back(text.chars[i]);
  // What did not combine with the letter before it stands at the end of its word, for no bytes.
  while (from > 0 && !between.empty() && (is_extender(between.front()) || is_letter(between.front())))
    between.erase(0, 1);
  if (!std::all_of(between.begin(), between.end(), is_space)) return Gap::kBreak;
  if (std::count(between.begin(), between.end(), U'\n') > 1) return Gap::kBreak;
  if (between.empty()) return Gap::kNone;
  return between == U" " || between == U"\t" || between == U"\u00A0" ? Gap::kBlank : Gap::kSpace;
}

inline Tokens reference_analyze(std::string_view bytes) {
  MappedText text = read_letters(bytes);
  const auto found = find_symbols(text);
  const MappedText letters = text;

  split_glued_words(text);
  place_tone_marks(text);
  fold_case(text);
  Tokens words = split_words(text);
  fold_i_y(words);

  Tokens joined;
  std::vector<Gap> gaps;
  Phrases phrase;  // one at a time
  const auto finish = [&] {
    join_fragments(phrase);
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      const auto& word = phrase[i];
      joined.push_back({std::string(phrase.word(i)), word.begin, word.end,
                        static_cast<std::uint32_t>(joined.size()), word.kind});
      gaps.push_back(word.gap);
    }
    phrase.clear();
  };
  std::uint32_t last = 0;
  for (const Token& word : words) {
    PhraseWord entry;
    entry.begin = word.begin;
    entry.end = word.end;
    entry.kind = word.kind;
    entry.gap = reference_gap(text, last, word.begin);
    entry.piece = word.kind == TokenKind::kWord ? piece_of(word.text) : Piece::kWhole;
    if (entry.gap == Gap::kBreak) finish();
    phrase.add(entry, word.text);
    last = word.end;
  }
  finish();

  Tokens out = joined;
  for (const FoundSymbol& symbol : found) {
    std::size_t first_char = symbol.begin;
    while (first_char > 0 && is_prefix(letters.chars[first_char - 1])) --first_char;
    const auto begin = letters.begin_of(first_char);
    const auto first =
        std::find_if(joined.begin(), joined.end(), [&](const Token& word) { return word.begin >= begin; });
    out.push_back({symbol.symbol.key(), begin, letters.end_of(symbol.end - 1),
                   first == joined.end() ? 0 : first->position, TokenKind::kSymbol});
  }
  for (std::size_t i = 0; i + 1 < joined.size(); ++i)
    if (gaps[i + 1] != Gap::kBreak)
      out.push_back({joined[i].text + " " + joined[i + 1].text, joined[i].begin, joined[i + 1].end,
                     joined[i].position, TokenKind::kBigram});
  return out;
}

}  // namespace vankien
