#include "indexer/metadata/term_field.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/char_filters.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

using Text = std::u32string_view;

struct Term {
  std::string_view begin;  // the congress's first day, or the month by which congresses are held
  std::string_view name;
};

// National congresses of the Party.
constexpr std::array<Term, 9> kCentral = {{{"1986-12-15", "VI"},
                                           {"1991-06-24", "VII"},
                                           {"1996-06-28", "VIII"},
                                           {"2001-04-19", "IX"},
                                           {"2006-04-18", "X"},
                                           {"2011-01-12", "XI"},
                                           {"2016-01-20", "XII"},
                                           {"2021-01-25", "XIII"},
                                           {"2026-01-19", "XIV"}}};

// Provinces meet in the autumn before the national congress; districts, communes and cells in the summer
// before them. The month when most have met: each body's own term table would be better where one is known.
constexpr std::array<Term, 7> kProvincial = {{{"1996-05", "1996-2000"},
                                              {"2000-10", "2000-2005"},
                                              {"2005-10", "2005-2010"},
                                              {"2010-10", "2010-2015"},
                                              {"2015-10", "2015-2020"},
                                              {"2020-10", "2020-2025"},
                                              {"2025-10", "2025-2030"}}};
constexpr std::array<Term, 7> kLower = {{{"1996-01", "1996-2000"},
                                         {"2000-08", "2000-2005"},
                                         {"2005-08", "2005-2010"},
                                         {"2010-08", "2010-2015"},
                                         {"2015-08", "2015-2020"},
                                         {"2020-08", "2020-2025"},
                                         {"2025-08", "2025-2030"}}};

template <typename Table>
std::string_view last_begun(const Table& table, std::string_view date) {
  std::string_view name;
  for (const Term& term : table)
    if (date >= term.begin) name = term.name;
  return name;
}

// "khóa XI", "lần thứ IX" → the numeral behind `words`, if it is one of the table's.
std::string_view numeral_after(Text text, Text words, std::size_t from) {
  std::size_t at = find_words(text, words, from);
  if (at == text.npos) return {};
  at += words.size();
  while (at < text.size() && is_space(text[at])) ++at;
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  for (const Term& term : kCentral) {
    std::u32string name;
    for (const char c : term.name) name.push_back(static_cast<char32_t>(c + ('a' - 'A')));
    if (text.substr(at, end - at) == name) return term.name;
  }
  return {};
}

// "nhiệm kỳ 2020 - 2025" → "2020-2025".
std::string years_after(Text text, std::size_t from) {
  static constexpr Text kTerm = U"nhiệm kỳ";
  std::size_t at = find_words(text, kTerm, from);
  if (at == text.npos) return {};
  at += kTerm.size();
  std::string years;
  for (; at < text.size() && years.size() < 9; ++at) {
    if (is_digit(text[at]) && text[at] < 0x80)
      years.push_back(static_cast<char>(text[at]));
    else if (is_dash(text[at]) && years.size() == 4)
      years.push_back('-');
    else if (!is_space(text[at]))
      return {};
  }
  return years.size() == 9 && years[4] == '-' ? years : std::string();
}

// A line in which the committee speaks of itself, and from where: its rules of work, its meeting as a title.
std::size_t own_committee(Text text) {
  const auto words = without_bullet(text);
  const std::size_t skipped = text.size() - words.size();
  if (begins_with(words, U"hội nghị lần thứ")) return skipped;
  if (!begins_with(words, U"căn cứ")) return text.npos;
  return find_words(text, U"quy chế làm việc", skipped);
}

// The first lines as one text each, joined with the next: the numeral may stand on it.
std::string own_term(const Letterhead& head, bool central) {
  for (std::size_t i = head.begin; i < head.lines.size(); ++i) {
    for (std::size_t c = 0; c < head.lines[i].cells.size(); ++c) {
      const Cell& cell = head.lines[i].cells[c];
      std::u32string text = cell.folded.chars;
      const bool title = head.type_line && i == head.type_line->line && c == head.type_line->cell;
      if (title) text.erase(0, head.type_line->rest);
      const std::size_t from = own_committee(text);
      if (from == text.npos) continue;
      if (i + 1 < head.lines.size() && !head.lines[i + 1].cells.empty())
        text += U" " + head.lines[i + 1].cells[0].folded.chars;
      const std::size_t end = std::min(text.find(U';', from), text.find(U'.', from));
      const Text part = Text(text).substr(0, end);
      std::string term = central ? std::string(numeral_after(part, U"khóa", from)) : years_after(part, from);
      if (!term.empty()) return term;
    }
  }
  return {};
}

// What the document says must fit its date: "khóa XII" in a text of 2022 is another committee's.
bool fits(std::string_view level, std::string_view term, std::string_view date) {
  if (date.empty()) return true;
  if (level == "trung ương") return term == term_on(level, date);
  return date.substr(0, 4) >= term.substr(0, 4) && date.substr(0, 4) <= term.substr(5, 4);
}

}  // namespace

std::string_view term_on(std::string_view level, std::string_view date) {
  if (date.empty() || level.empty()) return {};
  if (level == "trung ương") return last_begun(kCentral, date);
  return level == "tỉnh" ? last_begun(kProvincial, date) : last_begun(kLower, date);
}

std::optional<Field> read_term(const Letterhead& head, System system, std::string_view issuer,
                               std::string_view level, std::string_view date) {
  if (system == System::kState || level.empty()) return std::nullopt;
  const bool central = level == "trung ương";
  const MappedText name = fold_text(issuer);
  if (central && begins_with(name.chars, U"đại hội đại biểu toàn quốc"))
    if (const auto numeral = numeral_after(name.chars, U"lần thứ", 0); !numeral.empty())
      return Field{std::string(numeral), "letterhead"};
  if (std::string own = own_term(head, central); !own.empty() && fits(level, own, date))
    return Field{std::move(own), "text"};
  if (const auto term = term_on(level, date); !term.empty())
    return Field{std::string(term), "derived from date"};
  return std::nullopt;
}

}  // namespace vankien
