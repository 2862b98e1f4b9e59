#include "analyzers/token_filters.h"

#include <algorithm>
#include <string_view>

#include "analyzers/letters.h"
#include "analyzers/schema/symbol.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

constexpr std::u32string_view kOnsetsWithFreeY[] = {U"h", U"k", U"l", U"m", U"s", U"t",
                                                    U"b", U"n", U"v", U"x", U"th"};

// y with its tone → i with the same tone.
char32_t y_to_i(char32_t letter) { return with_tone(U'i', take_apart(letter).tone); }

void fold_word(std::string& word) {
  // Only words with a final y can change; most have none, and the look at the last byte is cheap.
  const auto last = static_cast<unsigned char>(word.back());
  const bool ends_in_y = word.back() == 'y' || last >= 0x80;
  if (!ends_in_y) return;
  MappedText text = decode_utf8(word);
  auto& letters = text.chars;
  if (take_apart(letters.back()).base != U'y') return;
  const std::u32string_view onset = std::u32string_view(letters).substr(0, letters.size() - 1);
  const bool free_y = std::find(std::begin(kOnsetsWithFreeY), std::end(kOnsetsWithFreeY), onset) !=
                      std::end(kOnsetsWithFreeY);
  if (!free_y && onset != U"qu") return;
  letters.back() = y_to_i(letters.back());
  word = encode_utf8(letters);
}

// The code points between two tokens, found by their offsets; both token lists and offsets only grow.
bool only_space_between(const MappedText& text, std::size_t& cursor, std::uint32_t from, std::uint32_t to) {
  while (cursor < text.chars.size() && text.offsets[cursor] < from) ++cursor;
  std::size_t line_feeds = 0;
  for (std::size_t i = cursor; i < text.chars.size() && text.offsets[i] < to; ++i) {
    if (!is_space(text.chars[i])) return false;
    if (text.chars[i] == U'\n') ++line_feeds;
  }
  return line_feeds < 2;
}

// The words stand before whatever the filters add.
std::size_t count_words(const Tokens& tokens) {
  const auto added = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::kBigram || token.kind == TokenKind::kSymbol;
  });
  return static_cast<std::size_t>(added - tokens.begin());
}

}  // namespace

void fold_i_y(Tokens& tokens) {
  for (Token& token : tokens)
    if (token.kind == TokenKind::kWord) fold_word(token.text);
}

void add_bigrams(const MappedText& text, Tokens& tokens) {
  const std::size_t words = count_words(tokens);
  tokens.reserve(tokens.size() + words);
  std::size_t cursor = 0;
  for (std::size_t i = 0; i + 1 < words; ++i) {
    if (!only_space_between(text, cursor, tokens[i].end, tokens[i + 1].begin)) continue;
    Token bigram;
    bigram.text.reserve(tokens[i].text.size() + 1 + tokens[i + 1].text.size());
    bigram.text.append(tokens[i].text).append(1, ' ').append(tokens[i + 1].text);
    bigram.begin = tokens[i].begin;
    bigram.end = tokens[i + 1].end;
    bigram.position = tokens[i].position;
    bigram.kind = TokenKind::kBigram;
    tokens.push_back(std::move(bigram));
  }
}

void add_symbols(const MappedText& text, const std::vector<FoundSymbol>& symbols, Tokens& tokens) {
  const auto words_end = static_cast<std::ptrdiff_t>(count_words(tokens));
  std::ptrdiff_t word = 0;
  for (const FoundSymbol& found : symbols) {
    Token token;
    token.text = found.symbol.key();
    token.begin = text.begin_of(found.begin);
    token.end = text.end_of(found.end - 1);
    token.kind = TokenKind::kSymbol;
    while (word < words_end && tokens[static_cast<std::size_t>(word)].begin < token.begin) ++word;
    if (word < words_end) token.position = tokens[static_cast<std::size_t>(word)].position;
    tokens.push_back(std::move(token));
  }
}

}  // namespace vankien
