#pragma once

#include <array>
#include <string>
#include <string_view>

#include "analyzers/schema/symbol.h"

namespace vankien {

// Every name inside the index. A document of the archive
//   05-NQ/TU · Nghị quyết · Tỉnh ủy Đông Giang · 2022-06-01 · "Nâng cao chất lượng nguồn nhân lực"
// is, in the Xapian database of its grade,
//
//   data      its fields as JSON and its body, each packed (analyzers/schema/record.h)
//   terms     Qf-2ab4…                         its id; ids over 200 bytes are refused
//             Psample/tinh/05-nq-tu.docx       the source file it came from
//             nâng · cao · nguồn …             words of title, symbol and body
//             [01] code(nâng) code(cao) …      bigrams, as codes (bigram_term.h)
//             Snâng · S[01] code(nâng) …       the same of the title alone
//             XS5|NQ|TU|                       its own symbol, under four spellings (symbol_keys below)
//             XM312|NQ|TW|                     each symbol in its text, its own among them, likewise
//             XO312|NQ|TW|                     each symbol in its title, likewise
//             XN5|NQ                           number and type of its own symbol
//             XTnghị quyết                     its type, folded
//             XY2022                           its year
//             XKxiii                           its committee's term, folded (khóa XIII; 2020 2025)
//             XHTW|4|XII · XHTW|4|             the meeting that adopted it, with and without its term (Session::key)
//             XCTW|4|XII · XCTW|4|             each meeting named in its text, its own among them, likewise
//             XAcbdv|cbđv|cán bộ đảng viên     each short form its text defines (short_form_term below)
//             XEcan bo dang vien|…|cbđv        the same from the other side
//             XRthay thế|411|QĐ|TU|            each document it replaces, carries out …, likewise; a meeting by its
//                                              key: XRthực hiện|TW|4|XII (analyzers/schema/relation.h)
//   values    one slot an attribute, for the columns that searchd holds in memory; kWords, all words in their order, for phrases
//             (word_codes.h)
//   synonyms  nghi → nghị, nghĩ, nghỉ …        bare form → marked forms this database holds
//
// Format history:
//   1  first format
//   2  terms XK XH XC (committee's term, meetings), XA XE (short forms the documents define); field "session"
//   3  terms XR (relations); slots kSigner kUrgency kDraft kFields; fields signer, position, authority, urgency,
//      draft, recipients, fields, relations, certainty
//   4  slots kBytes kPlace kScan kPages; field place
//   5  slot kWords instead of positions, which took twice the room of all other terms and half the time of a build
//   6  bigrams as codes of their words, which took half the room of all terms as letters; more words have short codes; fields and
//      body of the stored record packed apart
//   7  no term lists, which took two fifths of the room and serve only to take a document out: its terms are made again from the
//      stored record (indexer/writer/stored_terms.h); slot kSource
//   8  slot kId: to read the ids of all documents from their terms took half the time of opening an archive

inline constexpr int kIndexFormat = 8;
/// Rises when the chain gives other terms for the same text: such an index must be built anew.
///   1  first chain
///   2  glued words split, broken words joined, full-width letters and digits folded; symbols such as 66.16/2026/NQ-CP
///   3  symbols with full-width digits, dashes and slashes, and behind a no-break space
inline constexpr int kChainVersion = 3;

namespace prefix {
inline constexpr std::string_view kId = "Q";
inline constexpr std::string_view kPath = "P";
inline constexpr std::string_view kTitle = "S";
inline constexpr std::string_view kSymbol = "XS";
inline constexpr std::string_view kMention = "XM";
inline constexpr std::string_view kTitleMention = "XO";
inline constexpr std::string_view kNumber = "XN";
inline constexpr std::string_view kType = "XT";
inline constexpr std::string_view kYear = "XY";
inline constexpr std::string_view kTerm = "XK";
inline constexpr std::string_view kSession = "XH";
inline constexpr std::string_view kSessionMention = "XC";
inline constexpr std::string_view kShortForm = "XA";
inline constexpr std::string_view kExpansion = "XE";
inline constexpr std::string_view kRelation = "XR";
}  // namespace prefix

enum class Slot : unsigned {
  kType,
  kIssuer,
  kLevel,
  kDate,
  kTerm,
  kSymbol,
  kFormat,
  kSigner,
  kUrgency,
  kDraft,
  kFields,  ///< several values, parted by kListSeparator
  kBytes,   ///< of the body, in digits
  kPlace,
  kScan,    ///< scan_quality()
  kPages,   ///< how many, in digits
  kSource,  ///< the source file, where it is not the path of the stored record
  kId,      ///< Record::id
  kWords    ///< of title, symbol and body: analyzers/schema/word_codes.h
};

inline constexpr unsigned kSlots = static_cast<unsigned>(Slot::kWords) + 1;

/// Between the values of a slot that holds several. No value holds one.
inline constexpr char kListSeparator = '\n';

/// Xapian takes 245 bytes a term; longer words are cut here, in index and query alike, and still found by
/// their beginning.
inline constexpr std::size_t kMostTermBytes = 240;
inline constexpr std::size_t kMostIdBytes = 200;

/// Prefix and text as one term, cut at a letter's boundary if too long.
std::string make_term(std::string_view prefix, std::string_view text);

/// The keys under which a symbol can be looked for, strictest first: exact, without year, without marks,
/// without both. Index and query make the same list, so a shorter spelling in the query meets the longer one
/// of the document.
struct SymbolKeys {
  std::string exact;         ///< 30|NĐ|CP|2020
  std::string without_year;  ///< 30|NĐ|CP|
  std::string bare;          ///< 30|ND|CP|2020
  std::string bare_without_year;
};
SymbolKeys symbol_keys(const Symbol& symbol);

/// A short form and what a document says it stands for, behind their bare forms, under which they are looked
/// up: ("cbđv", "cán bộ đảng viên") → "XAcbdv|cbđv|cán bộ đảng viên". Its frequency is the number of documents
/// that define it so; it comes and goes with them. Empty if it is too long for a term.
std::string short_form_term(std::string_view key, std::string_view expansion);
/// The same from the other side: "XEcan bo dang vien|cán bộ đảng viên|cbđv".
std::string expansion_term(std::string_view key, std::string_view expansion);

/// Number and type alone, without marks: "5|NQ", for "nghị quyết 5".
std::string number_key(std::uint32_t number, std::string_view type);

}  // namespace vankien
