#pragma once

#include "searchd/search/archive/word_rows.h"
#include "searchd/search/match/match_set.h"
#include "searchd/search/query/query.h"

namespace vankien {

/// Those of the candidates, documents of these rows, in which the words of a Query::Op::kPhrase (each a term or kOr of
/// terms) stand beside each other: their rows of words are gone through, 0.1 µs for 2 KB of text.
MatchSet check_phrase(RowReader rows, const Query& phrase, const MatchSet& candidates);

}  // namespace vankien
