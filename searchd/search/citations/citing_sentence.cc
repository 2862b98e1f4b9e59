#include "searchd/search/citations/citing_sentence.h"

#include <algorithm>
#include <optional>

#include "analyzers/analyzer.h"
#include "analyzers/char_filters.h"
#include "analyzers/schema/date.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/symbol.h"

namespace vankien {
namespace {

constexpr std::size_t kDateWindow = 48;  // bytes: ", được ban hành ngày 01 tháng 6 năm 2022"
constexpr std::size_t kDateGap = 4;      // letters between the symbol and "ngày": ", ("

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool is_upper_start(std::string_view text) {
  return !text.empty() && (static_cast<unsigned char>(text[0]) >= 0x80 || (text[0] >= 'A' && text[0] <= 'Z'));
}

// A point ends a sentence before a blank and a capital: "ngày 06.02.2017" and "số 5. của" go on.
bool ends_at(std::string_view body, std::size_t i) {
  if (body[i] == '\f') return true;
  if (body[i] == '\n') return i + 1 < body.size() && body[i + 1] == '\n';
  if (body[i] != '.' && body[i] != ';') return false;
  if (i + 1 == body.size()) return true;
  if (body[i + 1] != ' ' && body[i + 1] != '\n') return false;
  return body[i] == ';' || is_upper_start(body.substr(i + 2)) || body[i + 1] == '\n';
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string sentence_around(std::string_view body, std::size_t begin, std::size_t end) {
  constexpr std::size_t kHalf = kMostSentence / 2;
  std::size_t first = begin;
  while (first > 0 && begin - first < kHalf && !ends_at(body, first - 1)) --first;
  const bool cut_front = first > 0 && !ends_at(body, first - 1);
  while (continues_letter(body[first])) ++first;
  std::size_t last = end;
  while (last < body.size() && last - end < kHalf && !ends_at(body, last)) ++last;
  const bool whole = last == body.size() || ends_at(body, last);
  if (whole && last < body.size()) ++last;
  while (last < body.size() && continues_letter(body[last])) ++last;
  std::string line = on_one_line(body.substr(first, last - first));
  if (cut_front) line = "…" + line;
  return whole ? line : line + "…";
}

}  // namespace

std::string citing_sentence(std::string_view body, const Relation& relation) {
  const auto symbol = parse_symbol(relation.symbol);
  if (!symbol) return "";
  const std::string key = symbol->key();
  const std::string words = fold_value(relation_name(relation.kind));
  std::string found;
  bool says_so = false;
  analyze(body, [&](const TokenView& token) {
    if (says_so || token.kind != TokenKind::kSymbol || token.text != key) return;
    std::string sentence = sentence_around(body, token.begin, token.end);
    says_so = fold_value(sentence).find(words) != std::string::npos;
    if (says_so || found.empty()) found = std::move(sentence);
  });
  return found;
}

std::set<std::string> dates_beside(std::string_view body, const Symbol& symbol) {
  constexpr std::size_t kLongestSymbol = 96;  // bytes, with blanks and a line end in it
  constexpr std::size_t kBefore = 32;         // what tells the second number of 66.16/2026/NQ-CP
  const std::string number = std::to_string(symbol.number);
  const SymbolKeys keys = symbol_keys(symbol);
  const auto is_digit = [&](std::size_t at) {
    return at < body.size() && body[at] >= '0' && body[at] <= '9';
  };
  std::set<std::string> dates;
  for (std::size_t at = body.find(number); at != std::string_view::npos; at = body.find(number, at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && body[begin - 1] == '0') --begin;
    if ((begin > 0 && is_digit(begin - 1)) || is_digit(at + number.size())) continue;
    std::size_t first = begin - std::min(begin, kBefore);
    while (first < begin && continues_letter(body[first])) ++first;
    std::size_t last = std::min(begin + kLongestSymbol, body.size());
    while (last < body.size() && last > begin && continues_letter(body[last])) --last;
    const MappedText letters = read_letters(body.substr(first, last - first));
    const auto place = std::lower_bound(letters.offsets.begin(), letters.offsets.end(), begin - first);
    const auto found = read_symbol(letters, static_cast<std::size_t>(place - letters.offsets.begin()));
    if (!found) continue;
    const std::string key = found->symbol.key();
    if (key == keys.exact || key == keys.without_year || key == keys.bare || key == keys.bare_without_year)
      dates.insert(date_behind(body, first + letters.offsets[found->end]));
  }
  return dates;
}

std::string date_behind(std::string_view body, std::size_t end) {
  std::string_view behind = body.substr(end, kDateWindow);
  while (!behind.empty() && end + behind.size() < body.size() && continues_letter(body[end + behind.size()]))
    behind.remove_suffix(1);
  const auto dates = find_dates(fold_text(behind));
  return dates.empty() || dates.front().begin > kDateGap ? std::string() : dates.front().date.iso();
}

}  // namespace vankien
