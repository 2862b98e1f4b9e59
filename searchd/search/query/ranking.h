#pragma once

#include <cstddef>
#include <cstdint>

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

/// A meeting or term said beside a symbol: picks among several documents of one symbol.
inline constexpr double kCitationDetail = 50;
/// What an abbreviation stands for, and the abbreviation of words: below the words as they were typed.
inline constexpr double kAbbreviated = 0.5;

/// A type named in the query (`kết luận năm 2024`) and a year: each worth about one rare word.
inline constexpr double kHintedType = 6;
inline constexpr double kHintedYear = 6;

/// Adjacent words adjacent in the text make a phrase likely. Without it recall@5 falls by 9 % (mean of the five
/// judged sets); 0.5 to 1 are alike. Words of the title count again, the less the longer the query: over
/// kTitleWords words by kTitleWords/words. A title answers a query of three words, a question of fifteen is answered by
/// the text: with the full weight at any length recall@5 falls by 12 %, with none the sample's short queries lose 2 %
/// of nDCG@10.
inline constexpr double kBodyBigram = 0.7;
inline constexpr double kTitleWord = 0.6;
inline constexpr double kTitleBigram = 1.2;
inline constexpr double kTitleWords = 3;
/// For bare typing: the very form typed, over the other forms it may stand for.
inline constexpr double kTypedForm = 0.2;
/// The same for a query of one word: above what any frequency of another form can bring.
inline constexpr double kTypedFormAlone = 10;

/// The newest of all documents over the oldest: decides only where the rest is equal, as among documents of
/// one symbol. Xapian leaves documents of one weight, which then are of one date, in the order of the archive.
inline constexpr double kRecency = 0.5;
/// What nothing has replaced, repealed or ended comes before what something has, where the rest is equal and it is not
/// much older: more than half of the difference between the oldest and the newest. At 0.6 the sample's typed-in-Telex
/// queries lose .001 of nDCG@10. Not where a symbol was named: another paper of that number is no substitute.
inline constexpr double kInForceFirst = 0.3;

/// A query of so many words is a question or a pasted sentence, which hardly a document holds word for word, and the
/// one that does by chance is not the one wanted: part of the words is enough from the start. (Documents with all
/// words strictly first cost 4 % of recall@5.)
inline constexpr std::size_t kQuestionWords = 9;
/// Then, and where no document has all words, documents count that have this share of what the best one has, by
/// weight of the words (the rarer, the heavier). 0.2 to 0.4 find alike; at 0.6 recall@50 falls by 6 %.
inline constexpr double kRelaxedShare = 0.4;

/// A corrected query is worth a question if it finds so many times as much.
inline constexpr std::uint64_t kClearlyMore = 3;

}  // namespace vankien
