#pragma once

#include <string_view>
#include <vector>

#include "searchd/search/passages/highlight.h"

namespace vankien {

/// A window of a text, begun and ended at the borders of sentences where they are near, else of words.
struct Crop {
  Span window;
  bool cut_front = false;  ///< text was left out before it (where the crop marker goes)
  bool cut_back = false;
};

/// A passage of one page.
struct Passage {
  Crop crop;
  std::size_t page = 0;  ///< number of the page, from 1, as form feeds part them
};

/// The best window of about `words` words, wherever pages end: the one with the most weight of different terms, terms that
/// stand side by side counting more, then the one with more of them, then the earlier. Without a match the text's beginning.
Crop crop_around(std::string_view text, const TextMatches& found, std::size_t words);

/// Up to `count` such windows, none across a page's end, none over another; the best first, and what the better ones
/// have said already counts little. None if nothing matches. Time grows with the text times `count`.
///   "… tại điểm 3.↲[Xây dựng nguồn nhân lực là …]…"   page 2
std::vector<Passage> best_passages(std::string_view text, const TextMatches& found, std::size_t words,
                                   std::size_t count);

}  // namespace vankien
