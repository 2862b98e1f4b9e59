#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/abbreviations.h"
#include "analyzers/schema/citation_words.h"
#include "analyzers/schema/symbol_words.h"
#include "analyzers/token.h"
#include "searchd/search/query/query_fields.h"

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

/// A field word and what it asks for: `loại:"nghị quyết"`, `-năm:2022`.
struct FieldWord {
  std::string typed;
  FieldMeaning meaning;
};

/// A query as understood. Any text is understood as something. All of it must hold:
///   "tinh gọn bộ máy" -quận 05-NQ/TU kết luận năm 2024 (rừng OR biển) loại:NQ
struct ParsedQuery {
  std::string text;              ///< as typed; the words' offsets point into it
  WordRun words;                 ///< all must match
  std::vector<Tokens> phrases;   ///< in double quotes: words in this order, nothing between
  std::vector<Tokens> excluded;  ///< -word, -"phrase": none may match
  std::vector<Symbol> symbols;   ///< written as symbols; their letters are not among the words
  std::vector<FieldWord> fields;
  std::vector<FieldWord> excluded_fields;
  std::vector<std::string> unknown_fields;        ///< whose value means nothing; they are among the words
  std::vector<std::vector<ParsedQuery>> either;   ///< (a OR b): one of each list must match
  std::vector<std::vector<ParsedQuery>> neither;  ///< -(a OR b): none of them may

  /// The words [first, last) as they were typed.
  std::string typed(std::size_t first, std::size_t last) const {
    return text.substr(words.words[first].begin, words.words[last - 1].end - words.words[first].begin);
  }
  /// Nothing in it makes one document better than another.
  bool only_filters() const {
    return words.words.empty() && phrases.empty() && symbols.empty() && either.empty() &&
           std::all_of(fields.begin(), fields.end(), [](const FieldWord& field) {
             return field.meaning.title.empty() && !field.meaning.symbol;
           });
  }
};

struct ParseOptions {
  /// Words, phrases, minus and OR only: no symbols, names of documents, abbreviations, hints or fields.
  bool literal = false;
  FieldReader fields;  ///< none = no field words
};

/// Invalid bytes part words. A minus excludes only before a word, phrase or group and after white space or at the
/// beginning, so that one inside a symbol never does; a quote or parenthesis that is not closed counts as none.
/// OR (HOẶC) binds loosest, because most words of Vietnamese are two: `nghị quyết OR chỉ thị`.
ParsedQuery parse_query(std::string_view q, const ParseOptions& options = {});

/// How many parentheses stand within each other in a query; more than kMostQueryLevels are not read as groups.
std::size_t query_levels(std::string_view q);

}  // namespace vankien
