#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/abbreviations.h"
#include "analyzers/schema/citation_words.h"
#include "analyzers/schema/symbol_words.h"
#include "analyzers/token.h"

namespace vankien {

/// A run of plain words of a query, with what they say besides.
struct WordRun {
  Tokens words;  ///< words and numbers, in order
  std::vector<bool>
      adjacent;  ///< adjacent[i]: word i and i + 1 form a bigram; words.size() entries, the last false
  std::vector<CitationReading> citations;  ///< documents said in words: nghị quyết 05 tỉnh ủy, NQTW4 khóa XII
  std::vector<SymbolReading> numbers;            ///< type and number alone: NQ05. Within no citation
  std::vector<AbbreviationMatch> abbreviations;  ///< short forms and what has one, by the table
  Hints hints;
  bool open_end = false;  ///< the last word may still be being typed
};

/// A query as understood. Any text is understood as something.
///   "tinh gọn bộ máy" -quận 05-NQ/TU kết luận năm 2024
struct ParsedQuery {
  std::string text;              ///< as typed; the words' offsets point into it
  WordRun words;                 ///< all must match
  std::vector<Tokens> phrases;   ///< in double quotes: words in this order, nothing between
  std::vector<Tokens> excluded;  ///< -word, -"phrase": none may match
  std::vector<Symbol> symbols;   ///< written as symbols; their letters are not among the words

  /// The words [first, last) as they were typed.
  std::string typed(std::size_t first, std::size_t last) const {
    return text.substr(words.words[first].begin, words.words[last - 1].end - words.words[first].begin);
  }
  bool empty() const { return words.words.empty() && phrases.empty() && excluded.empty() && symbols.empty(); }
};

/// Invalid bytes part words. A minus excludes only before a word or phrase and after white space or at the
/// beginning, so that one inside a symbol never does; a quote that is not closed counts as none.
ParsedQuery parse_query(std::string_view q);

}  // namespace vankien
