#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/token.h"
#include "searchd/search/archive/snapshot.h"

namespace vankien {

/// A query as the archive would most likely write it.
struct Restoration {
  std::vector<std::string> words;  ///< one a word of the query, in the index's spelling (qui, not quy)
  double confidence = 1;           ///< 0…1: how sure the least sure word is; 1 where nothing had a choice
  bool changed = false;            ///< some word got marks
};

/// Puts marks on the words of a query that were typed without: "nghi quyet" → "nghị quyết", for "did you mean". Marks
/// that were typed stay, as do numbers and words the archive has under no other form. Only what the view's databases
/// hold is proposed, so nothing above a clearance is told.
/// Among all ways to choose a form for each word it takes the likeliest, judged by how often the archive has each
/// form and each pair of neighbours (Viterbi over a bigram model). Milliseconds for ten words; `words` are words
/// and numbers in order. Throws Xapian::Error.
Restoration restore_marks(const View& view, const Tokens& words);

/// A form that a word may stand for.
struct Candidate {
  std::string word;
  double likelihood = 1;  ///< that whoever means it types what was typed
};

/// The likeliest of the forms given for each word, by the same model; at most 12 a word are weighed, those first that
/// are frequent and likely to be typed so. `changed` is left to the caller.
Restoration choose_forms(const View& view, const std::vector<std::vector<Candidate>>& words);

/// The query with its restored words where they stood, in the spelling most people expect; all else as it was typed,
/// and a capital where one was:
///   "Quy che, so 05" → "Quy chế, số 05"
/// `words` carry their bytes in `typed`.
std::string show_restored(std::string_view typed, const Tokens& words, const Restoration& restoration);

}  // namespace vankien
