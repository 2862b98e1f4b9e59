#pragma once

#include <string_view>

#include "analyzers/token.h"

namespace vankien {

// One chain for index, query and highlight, in the order text flows:
//   bytes → UTF-8 → NFC → look-alikes → tone placement → symbols seen → case → words → i/y → bigrams
// Whatever two parts of the software must agree on about text goes through one of these functions.

/// Everything the index holds of a text: words and numbers in order, then symbols, then bigrams.
Tokens analyze(std::string_view text);

/// Words and numbers only, in order.
Tokens analyze_words(std::string_view text);

/// One value folded for comparing (facet values, filters): the words of the text joined by single spaces.
/// Falls back to the folded text where there are no words.
std::string fold_value(std::string_view text);

}  // namespace vankien
