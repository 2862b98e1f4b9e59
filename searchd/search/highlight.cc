#include "searchd/search/highlight.h"

#include <algorithm>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

bool is_match(const Token& token, const QueryTerms& terms) {
  if (token.kind == TokenKind::kBigram) return false;
  if (token.kind != TokenKind::kSymbol) return terms.words.contains(token.text);
  if (terms.symbols.empty()) return false;
  // The query may leave out the year, the marks, or both.
  const std::string undated = token.text.substr(0, token.text.rfind('|') + 1);
  return terms.symbols.contains(token.text) || terms.symbols.contains(undated) ||
         terms.symbols.contains(bare_form(token.text)) || terms.symbols.contains(bare_form(undated));
}

}  // namespace

std::vector<Span> find_matches(std::string_view text, const QueryTerms& terms) {
  std::vector<Span> spans;
  if (terms.words.empty() && terms.symbols.empty()) return spans;
  for (const Token& token : analyze(text))
    if (is_match(token, terms)) spans.push_back({token.begin, token.end});
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Span> apart;
  for (const Span& span : spans)
    if (apart.empty() || span.begin >= apart.back().end) apart.push_back(span);
  return apart;
}

Crop crop_around(std::string_view text, const std::vector<Span>& matches, std::size_t words) {
  const Tokens tokens = analyze_words(text);
  if (tokens.size() <= words) return {{0, static_cast<std::uint32_t>(text.size())}, false, false};
  // Words matched in a window of that many, sliding; a window with more distinct words beats one with more of
  // the same.
  std::vector<std::size_t> hit(tokens.size(), 0);
  std::size_t match = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    while (match < matches.size() && matches[match].end <= tokens[i].begin) ++match;
    hit[i] = match < matches.size() && matches[match].begin <= tokens[i].begin ? 1 : 0;
  }
  std::unordered_map<std::string_view, std::size_t> inside;
  std::size_t best = 0;
  std::size_t best_score = 0;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (hit[i] != 0) {
      ++sum;
      ++inside[tokens[i].text];
    }
    if (i >= words && hit[i - words] != 0) {
      --sum;
      if (--inside[tokens[i - words].text] == 0) inside.erase(tokens[i - words].text);
    }
    const std::size_t score = inside.size() * 1000 + std::min<std::size_t>(sum, 999);
    if (score > best_score) {
      best_score = score;
      best = i + 1 >= words ? i + 1 - words : 0;
    }
  }
  // Some words of context before the first match of the window, rather than all of it after.
  std::size_t first = best;
  while (first < best + words && first < tokens.size() && hit[first] == 0) ++first;
  if (best_score > 0 && first < best + words) {
    std::size_t last = std::min(best + words, tokens.size());
    while (last > first && hit[last - 1] == 0) --last;
    const std::size_t spare = words - (last - first);
    best = first > spare / 2 ? first - spare / 2 : 0;
  }
  best = std::min(best, tokens.size() - words);
  const std::size_t end = best + words;
  return {{best == 0 ? 0 : tokens[best].begin,
           end == tokens.size() ? static_cast<std::uint32_t>(text.size()) : tokens[end - 1].end},
          best > 0,
          end < tokens.size()};
}

}  // namespace vankien
