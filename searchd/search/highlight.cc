#include "searchd/search/highlight.h"

#include <algorithm>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/page_furniture.h"

namespace vankien {
namespace {

bool is_symbol_match(const std::string& key, const QueryTerms& terms) {
  if (terms.symbols.empty()) return false;
  // The query may leave out the year, the marks, or both.
  const std::string undated = key.substr(0, key.rfind('|') + 1);
  return terms.symbols.contains(key) || terms.symbols.contains(undated) ||
         terms.symbols.contains(bare_form(key)) || terms.symbols.contains(bare_form(undated));
}

// The words of a text, without those that stand between two pages; positions run on without these.
Tokens running_words(std::string_view text, const Tokens& tokens) {
  const std::vector<Furniture> between = find_page_furniture(text);
  auto passed = between.begin();
  Tokens words;
  std::uint32_t without_place = 0;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) break;  // words stand first
    while (passed != between.end() && passed->end <= token.begin) ++passed;
    if (passed != between.end() && passed->begin <= token.begin) {
      ++without_place;
      continue;
    }
    words.push_back(token);
    words.back().position -= without_place;
  }
  return words;
}

void add_phrases(const Tokens& tokens, const QueryTerms& terms, std::vector<Span>& spans) {
  for (const auto& phrase : terms.phrases)
    for (std::size_t i = 0; i + phrase.size() <= tokens.size(); ++i) {
      std::size_t length = 0;
      while (length < phrase.size() && phrase[length].contains(tokens[i + length].text)) ++length;
      if (length < phrase.size() || tokens[i + length - 1].position != tokens[i].position + length - 1)
        continue;
      for (std::size_t k = i; k < i + length; ++k) spans.push_back({tokens[k].begin, tokens[k].end});
    }
}

}  // namespace

std::vector<Span> find_matches(std::string_view text, const QueryTerms& terms) {
  std::vector<Span> spans;
  if (terms.empty()) return spans;
  const Tokens tokens = analyze(text);
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kBigram) continue;
    if (token.kind == TokenKind::kSymbol ? is_symbol_match(token.text, terms)
                                         : terms.words.contains(token.text))
      spans.push_back({token.begin, token.end});
  }
  if (!terms.phrases.empty()) add_phrases(running_words(text, tokens), terms, spans);
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
