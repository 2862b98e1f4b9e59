#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/citation_words.h"
#include "analyzers/schema/symbol.h"
#include "analyzers/token.h"

namespace vankien {

/// A document as a sentence cites it.
///   "… theo Quyết định số 411-QĐ/TU, ngày 22/6/2012 của …"
///     → 411-QĐ/TU, Quyết định, 2012-06-22; text "Quyết định số 411-QĐ/TU, ngày 22/6/2012"
struct CitedDocument {
  std::optional<Symbol> symbol;  ///< nothing for "Nghị quyết Trung ương 4 khóa XII", "Luật Đất đai"
  std::string type;       ///< name as in document_types(); empty if it is not said and the symbol has none
  std::string date;       ///< ISO, right behind the symbol (only_joints); empty if not said
  std::string text;       ///< as printed, blanks single
  std::size_t first = 0;  ///< its words are [first, last) of the sentence
  std::size_t last = 0;
  std::uint32_t begin = 0;  ///< its bytes are [begin, end) of the sentence
  std::uint32_t end = 0;
};

/// The citations of one sentence (UTF-8, line ends are blanks), in order, not overlapping: by symbol, or by a
/// meeting or a term (analyzers/schema/citation_words.h). `words` are analyze_words(sentence).
std::vector<CitedDocument> find_cited_documents(std::string_view sentence, const Tokens& words);
/// The same if `readings`, read_citations(words, sentence), are there already.
std::vector<CitedDocument> find_cited_documents(std::string_view sentence, const Tokens& words,
                                                const std::vector<CitationReading>& readings);

/// The law, statutes or other act without a symbol whose name begins at the word `at`, up to the clause's end:
/// "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;". Nothing if no type's name stands there.
std::optional<CitedDocument> named_document_at(std::string_view sentence, const Tokens& words,
                                               std::size_t at);

/// True if nothing but blanks, commas, brackets and the words ngày, ký, ban hành stands in the bytes [begin, end), so that
/// a date behind it is of what stands before it: "12-QĐ/TU (ký ngày 15/3/2021)"; not "12-QĐ/TU từ ngày 15/3/2021".
bool only_joints(std::string_view sentence, const Tokens& words, std::size_t begin, std::size_t end);

/// The bytes [begin, end) as a citation is kept: blanks single, no comma or semicolon at its end.
std::string printed(std::string_view sentence, std::size_t begin, std::size_t end);

}  // namespace vankien
