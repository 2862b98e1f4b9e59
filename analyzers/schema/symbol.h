#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/mapped_text.h"
#include "analyzers/schema/document_type.h"

namespace vankien {

/// The number and letters by which people name a document (số, ký hiệu).
///   party : N "-" TYPE "/" ORGAN ["/nb"]       05-NQ/TU   36-HD/VPTW   5053-CV/VPTW/nb
///   state : N ["/" YEAR] "/" TYPE "-" ORGAN    30/2020/NĐ-CP   733/QĐ-TTg
///   letter: N "/" ORGAN "-" ORGAN              123/UBND-KGVX   (công văn of the State: no type)
///   law   : N "/" YEAR "/" ORGAN with its term 117/2025/QH15
/// Sources: 05-HD/VPTW and 36-HD/VPTW (party), Decree 30/2020/NĐ-CP (state).
struct Symbol {
  std::uint32_t number = 0;
  std::string suffix;      ///< letter after the number, small: 12a; second number: ".16" of 66.16/2026/NQ-CP
  std::string type;        ///< abbreviation as symbols spell it; empty for laws and state letters
  std::string organ;       ///< TU, TTg, BNV-VPCP, VPTW/nb
  std::uint16_t year = 0;  ///< 0 = the symbol has none
  System system = System::kParty;

  /// U+0110, ASCII hyphen, no spaces, at least two digits: "05-NQ/TU".
  std::string canonical() const;
  /// One term: number|TYPE|ORGAN|year, all capitals, marks kept, without "/nb": "5|NQ|TU|", "30|NĐ|CP|2020".
  std::string key() const;
  /// The same without marks, for symbols typed on a keyboard without Vietnamese: "30|ND|CP|2020".
  std::string bare_key() const;
  bool operator==(const Symbol&) const = default;
};

/// A symbol and the code points [begin, end) of the text where it stands.
struct FoundSymbol {
  Symbol symbol;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// All symbols of a text that has gone through NFC and look-alikes (case kept), as people really write them:
/// stray spaces, any dash, either order of separators, glued to "số", T.Ư for TW, broken over a line. Dates,
/// ratios, telephone numbers and licences (68/GP-BTTTT) are none.
std::vector<FoundSymbol> find_symbols(const MappedText& text);

/// The symbol whose number begins at that code point, an ASCII digit, and which no digit stands before. It reads at most
/// 20 code points back, and only letters, digits, blanks, points, dashes and slashes forth.
std::optional<FoundSymbol> read_symbol(const MappedText& text, std::size_t begin);

/// The whole string as one symbol; nothing if it is none or holds anything else.
std::optional<Symbol> parse_symbol(std::string_view text);

}  // namespace vankien
