#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/session.h"
#include "analyzers/schema/symbol.h"
#include "analyzers/token.h"

namespace vankien {

/// A document named without its whole symbol. Every part but the words may be missing.
///   nghị định 92/CP, ngày 22/10/2009            number 92, NĐ, CP, year 2009
///   kết luận 21 hội nghị trung ương 4 khóa XIII number 21, KL, TW; meeting TW|4|XIII
///   NQTW4 khoá XII                              NQ; meeting TW|4|XII
///   nghị quyết Đại hội XIII                     NQ; meeting TW|ĐH|XIII
struct CitationReading {
  Symbol symbol;          ///< number 0 = none said; year also from a date behind the symbol
  std::string type_name;  ///< Nghị quyết; empty if only letters that mean two types, or none, were said
  std::optional<Session> session;
  std::string term;  ///< XII, 2020-2025; of the meeting, or said beside the number
  std::size_t first = 0;
  std::size_t last = 0;
};

/// All citations of a text's words (analyze_words), not overlapping: a type with a number and an organ, or with
/// a meeting or term; a meeting with its term alone. Every reading of read_symbol_words that has an organ is
/// among them; `text` is as there.
std::vector<CitationReading> read_citations(const Tokens& words, std::string_view text = {});
/// The one that begins with the first word.
std::optional<CitationReading> citation_at_start(const Tokens& words);

/// True if the citation knows more than a symbol found where it stands (find_symbols): its meeting or term, or
/// the type that 92/CP leaves out. Else the symbol itself is the better reading.
bool says_more(const CitationReading& citation, const Symbol& symbol);

/// How a citation is looked for: terms of the index (analyzers/schema/schema.h).
///   kết luận 21 hội nghị trung ương 4 khóa XIII
///     own {XS21|KL|TW|, XKxiii}   better {XHTW|4|XIII}   mentions {XM21|KL|TW|}
struct CitationTerms {
  std::vector<std::string> own;       ///< the document itself has all of these
  std::vector<std::string> better;    ///< of several such, those with one of these are likelier
  std::vector<std::string> mentions;  ///< a document that cites it has one of these
};
CitationTerms citation_terms(const CitationReading& citation);

}  // namespace vankien
