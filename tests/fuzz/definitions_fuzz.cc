// Any bytes: definitions and abbreviations lie inside the text, and citations inside its words.
#include <cstdlib>

#include "analyzers/abbreviations.h"
#include "analyzers/analyzer.h"
#include "analyzers/definitions.h"
#include "analyzers/schema/citation_words.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& definition : vankien::harvest_definitions(text)) {
    if (definition.short_begin >= definition.short_end || definition.short_end > size) std::abort();
    if (definition.expansion_begin >= definition.expansion_end || definition.expansion_end > size)
      std::abort();
    if (definition.key.empty() || definition.expansion.size() < 2) std::abort();
  }
  const auto words = vankien::analyze_words(text);
  std::size_t last = 0;
  for (const auto& match : vankien::find_abbreviations(text, words)) {
    if (match.first < last || match.last <= match.first || match.last > words.size()) std::abort();
    last = match.last;
  }
  last = 0;
  for (const auto& citation : vankien::read_citations(words)) {
    if (citation.first < last || citation.last <= citation.first || citation.last > words.size())
      std::abort();
    last = citation.last;
    vankien::citation_terms(citation);
  }
  return 0;
}
