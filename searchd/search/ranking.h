#pragma once

namespace vankien {

// Every constant of the ranking. BM25 gives a word of a query about 1 to 8; the sums below are added to that.

/// A document's own symbol, asked for: above anything words can reach, the stricter spelling above the
/// looser.
inline constexpr double kOwnSymbol = 1000;
inline constexpr double kOwnSymbolWithoutMarks = 800;
/// Number and type agree, no organ was said: `nghị quyết 5`. Above words, below a whole symbol.
inline constexpr double kOwnNumberAndType = 100;
/// The text mentions the symbol: enough to order what cites it by the other words.
inline constexpr double kMentionedSymbol = 4;
inline constexpr double kMentionedSymbolWithoutMarks = 2;
/// A title that mentions it is about it: its programme, its review, its replacement.
inline constexpr double kSymbolInTitle = 6;

/// A type named in the query (`kết luận năm 2024`) and a year: each worth about one rare word.
inline constexpr double kHintedType = 6;
inline constexpr double kHintedYear = 6;

/// Words of the title count again; adjacent words adjacent in the text make a phrase likely.
inline constexpr double kTitleWord = 0.6;
inline constexpr double kTitleBigram = 1.2;
inline constexpr double kBodyBigram = 0.5;
/// For bare typing: the very form typed, over the other forms it may stand for.
inline constexpr double kTypedForm = 0.2;

/// The newest of all documents over the oldest: decides only where the rest is equal, as among documents of
/// one symbol.
inline constexpr double kRecency = 0.5;

}  // namespace vankien
