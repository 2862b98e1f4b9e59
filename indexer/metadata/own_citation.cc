#include "indexer/metadata/own_citation.h"

#include <algorithm>

#include "indexer/metadata/organ_name.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kTop = 12;       // lines from the top where such a sentence stands
constexpr std::size_t kMostDate = 40;  // letters between number and "của": the date
constexpr std::size_t kMostIssuer = 80;

using Text = std::u32string_view;

// From `at` on: "… của Bộ Chính trị về …" up to the end of the sentence.
OwnCitation read_behind(const Cell& cell, std::size_t at) {
  const Text folded = cell.folded.chars;
  const std::size_t of = find_words(folded, U"của", at);
  if (of == folded.npos || of - at > kMostDate) return {};
  const std::size_t begin = of + 4;
  const std::size_t about = find_words(folded, U"về", begin);
  if (about == folded.npos || about - begin > kMostIssuer || about <= begin + 1) return {};
  Text name = folded.substr(begin, about - begin - 1);
  while (!name.empty() && !is_letter(name.back())) name.remove_suffix(1);
  if (!begins_organ(name)) return {};
  OwnCitation found;
  found.issuer = Field{spell_organ_name(name), "own symbol"};
  const std::size_t stop = std::min(folded.find(U". ", about), folded.size());
  std::string title(cell.text_from(about).substr(0, cell.folded.offsets[stop] - cell.folded.offsets[about]));
  while (title.ends_with('.') || title.ends_with(';') || title.ends_with(':')) title.pop_back();
  if (title.starts_with('v')) title[0] = 'V';
  found.title = Field{std::move(title), "own symbol"};
  return found;
}

}  // namespace

OwnCitation read_own_citation(const Letterhead& head, const Symbol& own) {
  if (head.seen()) return {};
  for (std::size_t i = 0; i < std::min(kTop, head.lines.size()); ++i) {
    for (const Cell& cell : head.lines[i].cells) {
      const MappedText text = decode_utf8(cell.text);
      for (const FoundSymbol& found : find_symbols(text)) {
        if (found.symbol.key() != own.key()) continue;
        const std::uint32_t end = text.offsets[found.end];
        const auto& offsets = cell.folded.offsets;
        const auto at = std::lower_bound(offsets.begin(), offsets.end(), end) - offsets.begin();
        OwnCitation citation = read_behind(cell, static_cast<std::size_t>(at));
        if (citation.issuer) return citation;
      }
    }
  }
  return {};
}

}  // namespace vankien
