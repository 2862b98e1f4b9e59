#include "searchd/search/query/query_structure.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

bool is_capital(char32_t c) { return is_letter(c) && fold_letter(c) != c; }

std::vector<Stretch> find_quotes(const std::u32string& chars) {
  std::vector<Stretch> quotes;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (!is_quote(chars[i])) continue;
    std::size_t end = i + 1;
    while (end < chars.size() && !is_quote(chars[end])) ++end;
    if (end == chars.size()) break;
    quotes.push_back({i, end + 1});
    i = end;
  }
  return quotes;
}

bool by_begin(const Stretch& a, const Stretch& b) { return a.begin < b.begin; }

}  // namespace

QueryStructure::QueryStructure(const MappedText& text) : text_(text), quotes_(find_quotes(text.chars)) {
  const std::u32string& chars = text_.chars;
  std::vector<std::size_t> open;
  auto quote = quotes_.begin();
  for (std::size_t i = 0; i < chars.size();) {
    if (quote != quotes_.end() && quote->begin == i) {
      i = quote++->end;
    } else if (chars[i] == U'(') {
      open.push_back(i++);
    } else if (chars[i] == U')') {
      if (!open.empty()) {
        pairs_.push_back({open.back(), i + 1});
        open.pop_back();
      }
      ++i;
    } else if (is_letter(chars[i])) {
      std::size_t end = i;
      while (end < chars.size() && (is_letter(chars[end]) || is_extender(chars[end]))) {
        all_capitals_ = all_capitals_ && (is_extender(chars[end]) || is_capital(chars[end]));
        ++end;
      }
      if (is_or(i, end)) ors_.push_back({i, end});
      i = end;
    } else {
      ++i;
    }
  }
  std::sort(pairs_.begin(), pairs_.end(), by_begin);
  if (all_capitals_) std::erase_if(ors_, [](const Stretch& one) { return one.end - one.begin > 2; });
}

// A word of its own in capitals.
bool QueryStructure::is_or(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kMostLetters = 6;  // HOẶC with its marks apart
  const std::u32string& chars = text_.chars;
  const auto parts = [&](char32_t c) { return is_space(c) || is_quote(c) || c == U'(' || c == U')'; };
  if (end - begin > kMostLetters || !is_capital(chars[begin])) return false;
  if (begin > 0 && !parts(chars[begin - 1])) return false;
  if (end < chars.size() && !parts(chars[end])) return false;
  for (std::size_t i = begin; i < end; ++i)
    if (!is_extender(chars[i]) && !is_capital(chars[i])) return false;
  const Tokens words = analyze_words(encode_utf8(std::u32string_view(chars).substr(begin, end - begin)));
  return words.size() == 1 && (words[0].text == "or" || words[0].text == "hoặc");
}

bool QueryStructure::has_content(Stretch stretch) const {
  const auto begin = text_.chars.begin();
  return std::any_of(begin + static_cast<std::ptrdiff_t>(stretch.begin),
                     begin + static_cast<std::ptrdiff_t>(stretch.end),
                     [](char32_t c) { return is_letter(c) || is_digit(c); });
}

bool QueryStructure::excludes(std::size_t place) const {
  if (place == 0 || text_.chars[place - 1] != U'-') return false;
  return place == 1 || is_space(text_.chars[place - 2]) || text_.chars[place - 2] == U'(';
}

// Those in none of the parentheses that begin within.
std::vector<Stretch> QueryStructure::ors(Stretch within) const {
  std::vector<Stretch> own;
  auto pair = std::lower_bound(pairs_.begin(), pairs_.end(), within, by_begin);
  auto one = std::lower_bound(ors_.begin(), ors_.end(), within, by_begin);
  for (; one != ors_.end() && one->begin < within.end; ++one) {
    while (pair != pairs_.end() && pair->end <= one->begin) ++pair;
    // The outermost of those that begin before it; inner ones were passed or lie within.
    if (pair == pairs_.end() || pair->begin > one->begin) own.push_back(*one);
  }
  return own;
}

std::vector<Stretch> QueryStructure::alternatives(Stretch within) const {
  std::vector<Stretch> found;
  std::size_t from = within.begin;
  const auto take = [&](std::size_t to) {
    if (has_content({from, to})) found.push_back({from, to});
  };
  for (const Stretch& one : ors(within)) {
    take(one.begin);
    from = one.end;
  }
  take(within.end);
  if (found.size() < 2) return {within};
  return found;
}

std::vector<Stretch> QueryStructure::idle_ors(Stretch within) const {
  std::vector<Stretch> own = ors(within);
  std::size_t letters = 0;
  for (const Stretch& one : own) letters += one.end - one.begin;
  std::size_t all = 0;
  for (std::size_t i = within.begin; i < within.end; ++i)
    if (is_letter(text_.chars[i]) || is_digit(text_.chars[i])) ++all;
  if (all <= letters) return {};  // nothing but ORs: then it is a word
  return own;
}

std::vector<Stretch> QueryStructure::groups(Stretch within) const {
  std::vector<Stretch> found;
  auto pair = std::lower_bound(pairs_.begin(), pairs_.end(), within, by_begin);
  while (pair != pairs_.end() && pair->begin < within.end) {
    const Stretch inside{pair->begin + 1, pair->end - 1};
    if (pair->end <= within.end && has_content(inside) &&
        (excludes(pair->begin) || alternatives(inside).size() > 1)) {
      found.push_back(*pair);
      pair = std::lower_bound(pair, pairs_.end(), Stretch{pair->end, 0}, by_begin);
    } else {
      ++pair;  // plain text; what is within may be a group
    }
  }
  return found;
}

std::size_t QueryStructure::levels() const {
  std::size_t deepest = 0;
  std::vector<std::size_t> ends;
  for (const Stretch& pair : pairs_) {
    while (!ends.empty() && ends.back() <= pair.begin) ends.pop_back();
    ends.push_back(pair.end);
    deepest = std::max(deepest, ends.size());
  }
  return deepest;
}

}  // namespace vankien
