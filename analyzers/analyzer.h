#pragma once

#include <functional>
#include <string_view>

#include "analyzers/token.h"
#include "analyzers/token_block.h"

namespace vankien {

// One chain for index, query and highlight, in the order text flows:
//   bytes → UTF-8 → look-alikes → NFC → symbols seen → glued words split → tone placement → case → words → i/y
//         → broken words joined → bigrams
// Whatever two parts of the software must agree on about text goes through one of these functions. The filters are in
// char_filters.h, tokenizer.h, token_filters.h and fragments.h; a run of bytes goes through them once and is remembered
// (run_memory.h), which makes the chain seven times as fast. Any thread may call, each has its own memory of
// 2.2 MiB.

/// Everything the index holds of a text: words and numbers in order, then symbols, then bigrams.
Tokens analyze(std::string_view text);

/// The same tokens by the block of some hundred words, which lives as long as the call.
void analyze_blocks(std::string_view text, const std::function<void(const TokenBlock&)>& take);

/// The same tokens one by one, without a copy: each word or number, after it the bigram it begins; a symbol comes before
/// its first word. A token's text lives as long as the call of the sink, which takes a const TokenView&.
template <class Sink>
void analyze(std::string_view text, Sink&& sink) {
  analyze_blocks(text, [&](const TokenBlock& block) { block.each(sink); });
}

/// Words and numbers only, in order.
Tokens analyze_words(std::string_view text);

/// The same as blocks and, without a copy, one by one: half the time of all tokens.
void analyze_word_blocks(std::string_view text, const std::function<void(const TokenBlock&)>& take);
template <class Sink>
void analyze_words(std::string_view text, Sink&& sink) {
  analyze_word_blocks(text, [&](const TokenBlock& block) { block.each(sink); });
}

/// One value folded for comparing (facet values, filters): the words of the text joined by single spaces.
/// Falls back to the folded text where there are no words.
std::string fold_value(std::string_view text);

}  // namespace vankien
