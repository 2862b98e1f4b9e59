#include "analyzers/abbreviation_table.h"

#include <algorithm>
#include <string_view>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

struct AbbreviationRow {
  std::string_view short_form;
  std::string_view expansion;
  Use use;
};
#include "analyzers/data/abbreviations.inc"

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (Token& token : analyze_words(text)) words.push_back(std::move(token.text));
  return words;
}

// TƯ without its marks would be TU, another committee.
bool loses_its_meaning_bare(const std::string& key) { return key.ends_with("tư"); }

AbbreviationTable make_table() {
  AbbreviationTable table;
  for (const auto& row : kAbbreviationRows)
    table.entries.push_back({words_of(row.short_form), words_of(row.expansion), row.use});
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    const std::string key = abbreviation_key(table.entries[i].parts);
    table.by_key[key].push_back(i);
    if (!loses_its_meaning_bare(key)) table.by_bare_key[bare_form(key)].push_back(i);
    table.by_first[bare_form(table.entries[i].words.front())].push_back(i);
  }
  for (auto& [word, entries] : table.by_first)
    std::stable_sort(entries.begin(), entries.end(), [&](std::size_t a, std::size_t b) {
      return table.entries[a].words.size() > table.entries[b].words.size();
    });
  return table;
}

}  // namespace

const AbbreviationTable& abbreviation_table() {
  static const AbbreviationTable made = make_table();
  return made;
}

}  // namespace vankien
