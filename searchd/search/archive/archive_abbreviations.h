#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "analyzers/token.h"
#include "searchd/search/archive/snapshot.h"

namespace vankien {

/// What the documents of a view say a short form stands for (or, from the other side, how words are shortened).
struct ArchiveAlternative {
  std::vector<std::string> words;  ///< cán · bộ · đảng · viên; a short form is one word: cbđv
  Xapian::doccount documents = 0;  ///< that define it so
};

/// Words [first, last) of a query that documents of the view define.
struct ArchiveMatch {
  std::size_t first = 0;
  std::size_t last = 0;
  bool is_short = false;
  std::vector<ArchiveAlternative> alternatives;  ///< those most defined first
};

/// Short forms and expansions that the view's own documents define, anywhere in the words of a query, longest
/// first, not overlapping. A reading that fewer than a fifth as many documents give as the leading one is a slip
/// and left out. Short forms that are a syllable of prose too (tu, hu) are none: too many words are.
///   "cbđv gương mẫu" → [0, 1) → cán bộ đảng viên (12 documents)
/// The frequencies are those of the view: what a caller may not see does not count.
std::vector<ArchiveMatch> find_archive_abbreviations(const View& view, const Tokens& words);

}  // namespace vankien
