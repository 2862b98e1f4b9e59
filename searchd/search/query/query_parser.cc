#include "searchd/search/query/query_parser.h"

#include <algorithm>
#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "searchd/search/query/query_structure.h"
#include "searchd/search/query/word_run.h"

namespace vankien {
namespace {

class Parser {
 public:
  Parser(std::string_view q, const MappedText& text, const QueryStructure& structure, Stretch within,
         const ParseOptions& options)
      : bytes_(q), text_(text), structure_(structure), within_(within), options_(options) {
    begin_ = text_.offsets[within_.begin];
    query_.text = bytes_.substr(begin_, text_.offsets[within_.end] - begin_);
  }

  ParsedQuery parse() {
    if (!options_.literal)
      if (auto symbol = parse_symbol(
              query_.text)) {  // nothing else typed: also letters of the State, which need no "số" then
        query_.symbols.push_back(std::move(*symbol));
        return std::move(query_);
      }
    const bool too_deep = structure_.levels() > kMostQueryLevels;
    if (const auto parts = structure_.alternatives(within_); !too_deep && parts.size() > 1) {
      query_.either.push_back(parse_each(parts));
      return std::move(query_);
    }
    std::string rest = query_.text;
    if (!too_deep) {
      for (const Stretch& group : structure_.groups(within_)) take_group(rest, group);
      for (const Stretch& one : structure_.idle_ors(within_)) blank(rest, one.begin, one.end);
    }
    for (const Stretch& quote : structure_.quotes())
      if (within_.begin <= quote.begin && quote.end <= within_.end && !is_taken(rest, quote.begin))
        take_quote(rest, quote);
    take_fields(rest);
    take_excluded(rest);
    read_word_run(rest, options_.literal, query_);
    WordRun& run = query_.words;
    run.open_end = !options_.literal && !run.words.empty() && run.words.back().end == rest.size() &&
                   within_.end == text_.chars.size();
    return std::move(query_);
  }

 private:
  // A semicolon for each byte taken: no bigram and no symbol reads across the gap, and offsets stay.
  void blank(std::string& rest, std::size_t from, std::size_t to) const {
    const std::size_t first = text_.offsets[from] - begin_;
    std::fill_n(rest.data() + first, text_.offsets[to] - begin_ - first, ';');
  }
  bool is_taken(const std::string& rest, std::size_t place) const {
    return rest[text_.offsets[place] - begin_] == ';';
  }
  std::string_view letters(std::size_t from, std::size_t to) const {
    return bytes_.substr(text_.offsets[from], text_.offsets[to] - text_.offsets[from]);
  }

  // What is said twice is one alternative.
  std::vector<ParsedQuery> parse_each(const std::vector<Stretch>& parts) const {
    std::vector<ParsedQuery> all;
    std::set<std::string_view> seen;
    for (Stretch part : parts) {
      while (part.begin < part.end && is_space(text_.chars[part.begin])) ++part.begin;
      while (part.end > part.begin && is_space(text_.chars[part.end - 1]) && part.end < text_.chars.size())
        --part.end;
      if (seen.insert(letters(part.begin, part.end)).second)
        all.push_back(Parser(bytes_, text_, structure_, part, options_).parse());
    }
    return all;
  }

  void take_group(std::string& rest, Stretch group) {
    const bool minus = structure_.excludes(group.begin);
    auto parts = parse_each(structure_.alternatives({group.begin + 1, group.end - 1}));
    (minus ? query_.neither : query_.either).push_back(std::move(parts));
    blank(rest, group.begin - (minus ? 1 : 0), group.end);
  }

  void take_quote(std::string& rest, Stretch quote) {
    if (take_field(rest, quote.begin - 1, quote)) return;
    const bool minus = structure_.excludes(quote.begin);
    const auto inside = letters(quote.begin + 1, quote.end - 1);
    Tokens words = analyze_words(inside);
    auto symbol = minus || options_.literal ? std::nullopt : parse_symbol(inside);
    if (symbol)
      query_.symbols.push_back(std::move(*symbol));
    else if (!words.empty())
      (minus ? query_.excluded : query_.phrases).push_back(std::move(words));
    blank(rest, quote.begin - (minus ? 1 : 0), quote.end);
  }

  // Values of one word, or a type's whole name; those in quotes were taken with them.
  void take_fields(std::string& rest) {
    if (options_.literal || !options_.fields) return;
    for (std::size_t colon = within_.begin; colon < within_.end; ++colon) {
      if (text_.chars[colon] != U':' || is_taken(rest, colon)) continue;
      if (const auto type = type_behind(rest, colon)) {
        take_field(rest, colon, *type);
        continue;
      }
      std::size_t end = colon + 1;
      while (end < within_.end && !ends_value(text_.chars[end]) && !is_taken(rest, end)) ++end;
      while (end > colon + 1 && is_final(text_.chars[end - 1])) --end;
      if (end > colon + 1) take_field(rest, colon, {colon + 1, end});
    }
  }
  static bool ends_value(char32_t c) { return is_space(c) || c == U'(' || c == U')'; }
  static bool is_final(char32_t c) { return c == U',' || c == U';' || c == U'.' || c == U'?' || c == U'!'; }

  // loại:nghị quyết số:05, loai: quy dinh: the longest name of a type that stands behind a `loại:`, also after a blank.
  std::optional<Stretch> type_behind(const std::string& rest, std::size_t colon) const {
    constexpr std::size_t kMostWords = 6;
    std::size_t begin = colon + 1;
    if (begin < within_.end && text_.chars[begin] == U' ') ++begin;
    std::optional<Stretch> longest;
    std::size_t end = begin;
    for (std::size_t words = 0; words < kMostWords && end < within_.end; ++words) {
      if (words > 0 && text_.chars[end++] != U' ') break;
      const std::size_t word = end;
      while (end < within_.end && !is_taken(rest, end) &&
             (is_letter(text_.chars[end]) || is_extender(text_.chars[end])))
        ++end;
      if (end == word) break;
      if (is_type_name(letters(begin, end))) longest = Stretch{begin, end};
    }
    const auto name = longest ? find_name(colon) : std::nullopt;
    return name && name->field == QueryField::kType ? longest : std::nullopt;
  }

  struct FieldName {
    QueryField field{};
    std::size_t begin = 0;
    bool minus = false;
  };

  // The field whose name ends before a colon, two words or one.
  std::optional<FieldName> find_name(std::size_t colon) const {
    if (options_.literal || !options_.fields || colon >= within_.end || colon <= within_.begin ||
        text_.chars[colon] != U':')
      return std::nullopt;
    const std::size_t word = begin_of_word(colon);
    if (word == colon) return std::nullopt;
    std::size_t name = word;
    if (word > within_.begin + 1 && text_.chars[word - 1] == U' ') {
      const std::size_t before = begin_of_word(word - 1);
      if (before < word - 1 && find_query_field(letters(before, colon))) name = before;
    }
    const auto field = find_query_field(letters(name, colon));
    const bool minus = structure_.excludes(name);
    const bool stands_alone = name == within_.begin || minus || ends_value(text_.chars[name - 1]);
    if (!field || !stands_alone) return std::nullopt;
    return FieldName{*field, name, minus};
  }

  // `colon` is before the value, if there is one.
  bool take_field(std::string& rest, std::size_t colon, Stretch value) {
    const auto found = find_name(colon);
    if (!found) return false;
    const auto& [field, name, minus] = *found;
    const std::string typed(letters(name, value.end));
    const bool quoted = is_quote(text_.chars[value.begin]) && value.end > value.begin + 1;
    auto meaning = options_.fields(
        field, quoted ? letters(value.begin + 1, value.end - 1) : letters(value.begin, value.end));
    if (!meaning) {
      query_.unknown_fields.push_back(typed);
      return false;
    }
    (minus ? query_.excluded_fields : query_.fields).push_back({typed, std::move(*meaning)});
    blank(rest, name - (minus ? 1 : 0), value.end);
    return true;
  }
  std::size_t begin_of_word(std::size_t end) const {
    while (end > within_.begin && (is_letter(text_.chars[end - 1]) || is_extender(text_.chars[end - 1])))
      --end;
    return end;
  }

  // -quận, -05-NQ/TU: up to the next blank. Before a digit only what is a whole symbol, whatever brackets and points stand behind
  // it: `từ năm 2020 -2025` excludes nothing.
  void take_excluded(std::string& rest) {
    const MappedText text = decode_utf8(rest);
    for (std::size_t i = 1; i < text.chars.size(); ++i) {
      const bool minus = text.chars[i - 1] == U'-' && (i == 1 || is_space(text.chars[i - 2]));
      if (!minus || (!is_letter(text.chars[i]) && !is_digit(text.chars[i]))) continue;
      const bool symbol = is_digit(text.chars[i]);
      std::size_t end = i;
      while (end < text.chars.size() && !is_space(text.chars[end]) &&
             (!symbol || is_in_symbol(text.chars[end])))
        ++end;
      while (symbol && !is_letter(text.chars[end - 1]) && !is_digit(text.chars[end - 1])) --end;
      const std::size_t from = text.begin_of(i);
      const std::size_t to = text.end_of(end - 1);
      const std::string_view typed = std::string_view(rest).substr(from, to - from);
      if (symbol) {
        if (!exclude_symbol(typed)) continue;
      } else if (Tokens words = analyze_words(typed); !words.empty()) {
        query_.excluded.push_back(std::move(words));
      }
      std::fill(rest.begin() + static_cast<std::ptrdiff_t>(from) - 1,
                rest.begin() + static_cast<std::ptrdiff_t>(to), ';');
    }
  }
  // Signs inside a symbol, however it is typed: 05-NQ/TU, 66.16/2026/NQ-CP, 05_NQ_TU.
  static bool is_in_symbol(char32_t c) {
    return is_letter(c) || is_digit(c) || is_dash(c) || c == U'/' || c == U'.' || c == U'_' || c == U'&' ||
           c == U',';
  }
  // As -số:05-NQ/TU does; literally, by its words.
  bool exclude_symbol(std::string_view typed) {
    if (!parse_symbol(typed)) return false;
    if (options_.literal) {
      query_.excluded.push_back(analyze_words(typed));
      return true;
    }
    if (!options_.fields) return false;
    auto meaning = options_.fields(QueryField::kSymbol, typed);
    if (!meaning) return false;
    query_.excluded_fields.push_back({std::string(typed), std::move(*meaning)});
    return true;
  }

  std::string_view bytes_;  ///< of the whole query
  const MappedText& text_;
  const QueryStructure& structure_;
  Stretch within_;         ///< what is read here
  std::size_t begin_ = 0;  ///< its first byte
  const ParseOptions& options_;
  ParsedQuery query_;
};

}  // namespace

ParsedQuery parse_query(std::string_view q, const ParseOptions& options) {
  const MappedText text = decode_utf8(q);
  const QueryStructure structure(text);
  return Parser(q, text, structure, {0, text.chars.size()}, options).parse();
}

std::size_t query_levels(std::string_view q) {
  const MappedText text = decode_utf8(q);
  return QueryStructure(text).levels();
}

}  // namespace vankien
