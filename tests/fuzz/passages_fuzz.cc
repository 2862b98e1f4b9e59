// Of any text and any terms: matches and passages lie within the text, in order, not overlapping, on the borders of letters
// where the text is UTF-8; a passage lies on the page it tells. The first two lines are words and a phrase.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/mapped_text.h"
#include "searchd/search/passages/passages.h"

namespace {

std::string_view take_line(std::string_view& bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  return line;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  vankien::QueryTerms terms;
  for (const auto& token : vankien::analyze_words(take_line(text))) terms.words.insert(token.text);
  std::vector<std::unordered_set<std::string>> phrase;
  for (const auto& token : vankien::analyze_words(take_line(text))) phrase.push_back({token.text});
  if (!phrase.empty()) terms.phrases.push_back(phrase);
  const bool valid = vankien::is_valid_utf8(text);
  const vankien::TextMatches found = vankien::Matcher(terms).match(text);
  std::uint32_t last = 0;
  for (const auto& match : found.matches) {
    if (match.span.begin < last || match.span.end <= match.span.begin || match.span.end > text.size())
      std::abort();
    if (valid && !vankien::is_valid_utf8(text.substr(match.span.begin, match.span.end - match.span.begin)))
      std::abort();
    last = match.span.end;
  }
  const vankien::Crop crop = vankien::crop_around(text, found, 7);
  if (crop.window.begin > crop.window.end || crop.window.end > text.size()) std::abort();
  const auto passages = vankien::best_passages(text, found, 7, 3);
  if (passages.empty() != found.matches.empty()) std::abort();
  for (const auto& passage : passages) {
    const auto [begin, end] = passage.crop.window;
    if (begin >= end || end > text.size()) std::abort();
    const std::string_view shown = text.substr(begin, end - begin);
    if (valid && !vankien::is_valid_utf8(shown)) std::abort();
    if (static_cast<std::size_t>(std::count(text.begin(), text.begin() + begin, '\f')) + 1 != passage.page)
      std::abort();
  }
  return 0;
}
