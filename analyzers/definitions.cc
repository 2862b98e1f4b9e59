#include "analyzers/definitions.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "analyzers/analyzer.h"
#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/run_scan.h"
#include "analyzers/short_form.h"

namespace vankien {
namespace {

using Text = std::u32string_view;

constexpr std::size_t kMostLetters = 12;
constexpr std::size_t kWidestBrackets = 160;  // code points between ( and )

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< code points
};

bool is_capital(char32_t c) { return fold_letter(c) != c; }
bool is_quotation(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'“' || c == U'”' || c == U'‘' || c == U'’' || c == U'«' ||
         c == U'»';
}

// What char_filters.h turns into capitals is one already, but for what begins with CC, CD or EF (may_define).
bool has_two_capitals(std::string_view bytes) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < bytes.size() && capitals < 2;)
    capitals += is_capital(next_code_point(bytes, at));
  return capitals == 2;
}

// A short form has two capitals: in the brackets that open at `open`, or in the word before them.
bool may_define_at(std::string_view bytes, std::size_t open) {
  const std::size_t close = std::min(bytes.find_first_of("()", open + 1), bytes.size());
  if (has_two_capitals(bytes.substr(open + 1, close - open - 1))) return true;
  // Signs beyond ASCII may be blanks: the word before them belongs to it, so that none is missed.
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  std::size_t begin = open;
  while (begin > 0 && (is_blank(bytes[begin - 1]) || static_cast<unsigned char>(bytes[begin - 1]) >= 0x80))
    --begin;
  while (begin > 0 && !is_blank(bytes[begin - 1]) && bytes[begin - 1] != '(') --begin;
  return has_two_capitals(bytes.substr(begin, open - begin));
}

// Without brackets about a short form, and without "tắt", nothing is defined: so it is with most articles, which need not be
// decoded for it. Sixteen bytes at a time: CC, CD and EF may begin what char_filters.h turns into a bracket or into "ắ" (a
// full-width sign, a combining mark).
bool may_define(std::string_view bytes) {
  using namespace sixteen_bytes;
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(Bytes)) {
    const Bytes here = load(bytes, at);
    const Bytes next = load(bytes, at + 1);
    const unsigned leads = bits_of((Bytes)((here | 1) == 0xCD) | (Bytes)(here == 0xEF));
    if (leads != 0) return true;
    for (unsigned found = bits_of((Bytes)(here == '(')); found != 0; found &= found - 1)
      if (may_define_at(bytes, at + static_cast<unsigned>(std::countr_zero(found)))) return true;
    for (unsigned found = bits_of((Bytes)((here | 0x20) == 't') & (Bytes)(next == 0xE1)); found != 0;
         found &= found - 1) {
      const std::string_view letter =
          bytes.substr(at + static_cast<unsigned>(std::countr_zero(found)) + 1, 3);
      if (letter == "ắ" || letter == "Ắ") return true;
    }
  }
  return false;
}

class Harvester {
 public:
  explicit Harvester(std::string_view bytes) : bytes_(bytes), text_(decode_utf8(bytes)) {
    to_nfc(text_);
    fold_look_alikes(text_);
  }

  std::vector<Definition> harvest() {
    const auto& chars = text_.chars;
    for (std::size_t i = 0; i < chars.size(); ++i) {
      if (chars[i] == U'(')
        read_brackets(i);
      else if (chars[i] == U't' || chars[i] == U'T')
        read_announcement(i);
    }
    return std::move(found_);
  }

 private:
  Text slice(std::size_t begin, std::size_t end) const {
    return Text(text_.chars).substr(begin, end - begin);
  }

  void read_brackets(std::size_t open) {
    const auto& chars = text_.chars;
    std::size_t close = open + 1;
    while (close < chars.size() && close - open <= kWidestBrackets && chars[close] != U')' &&
           chars[close] != U'(')
      ++close;
    if (close >= chars.size() || chars[close] != U')') return;
    if (const auto form = short_form(announced({open + 1, close}))) {
      define(*form, words_before(open));
      return;
    }
    // CBĐV (cán bộ, đảng viên): the whole of the brackets, or up to a semicolon.
    std::size_t end = open;
    while (end > 0 && is_space(chars[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && (is_letter(chars[begin - 1]) || chars[begin - 1] == U'-' || chars[begin - 1] == U'&'))
      --begin;
    if (const auto form = short_form({begin, end})) define(*form, words_before(close), open + 1);
  }

  // "… chủ nghĩa xã hội, viết tắt là CNXH," without brackets. `at`: the t of "tắt".
  void read_announcement(std::size_t at) {
    const auto& chars = text_.chars;
    if (!is_phrase(at, U"tắt là") && !is_phrase(at, U"tắt:")) return;
    std::size_t begin = at + (is_phrase(at, U"tắt:") ? 4 : 6);
    while (begin < chars.size() && (is_space(chars[begin]) || chars[begin] == U':')) ++begin;
    std::size_t end = begin;
    while (end < chars.size() &&
           (is_letter(chars[end]) || is_quotation(chars[end]) || chars[end] == U'-' || chars[end] == U'&'))
      ++end;
    const auto form = short_form({begin, end});
    if (!form) return;
    auto words = words_before(at);
    static constexpr std::array<Text, 7> kAnnouncing = {U"viết", U"gọi", U"được", U"đây",
                                                        U"sau",  U"và",  U"là"};
    std::size_t skipped = 0;
    while (skipped < words.size() && skipped < 5) {
      std::u32string folded;
      for (const char32_t c : slice(words[skipped].begin, words[skipped].end))
        folded.push_back(fold_letter(c));
      if (std::find(kAnnouncing.begin(), kAnnouncing.end(), folded) == kAnnouncing.end()) break;
      ++skipped;
    }
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(skipped));
    define(*form, words);
  }

  bool is_phrase(std::size_t at, Text phrase) const {
    if (at + phrase.size() > text_.chars.size()) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i)
      if (fold_letter(text_.chars[at + i]) != phrase[i]) return false;
    return true;
  }

  // "sau đây gọi tắt là UBND" → where UBND stands; else the range as it is.
  Range announced(Range range) const {
    for (const Text phrase : {Text(U"tắt là"), Text(U"gọi là"), Text(U"tắt:")})
      for (std::size_t at = range.begin; at + phrase.size() < range.end; ++at)
        if (is_phrase(at, phrase)) return {at + phrase.size(), range.end};
    return range;
  }

  struct ShortForm {
    Range range;
    std::vector<Initial> initials;
  };

  // The range holds one short form and at most something after a comma or semicolon.
  std::optional<ShortForm> short_form(Range range) const {
    const auto& chars = text_.chars;
    while (range.begin < range.end &&
           (is_space(chars[range.begin]) || is_quotation(chars[range.begin]) || chars[range.begin] == U':'))
      ++range.begin;
    std::size_t at = range.begin;
    ShortForm form;
    std::size_t small = 0;
    bool numeral = true;
    for (; at < range.end; ++at) {
      const char32_t c = chars[at];
      if (is_letter(c)) {
        if (is_capital(c)) {
          form.initials.push_back({fold_letter(c), {}});
          numeral = numeral && (c == U'I' || c == U'V' || c == U'X');
        } else if (form.initials.empty() || ++small > 3) {
          return std::nullopt;
        } else {
          form.initials.back().small.push_back(c);
        }
      } else if (!is_joiner(at, range)) {
        break;
      }
    }
    form.range = {range.begin, at};
    while (at < range.end && (is_space(chars[at]) || is_quotation(chars[at]))) ++at;
    if (at < range.end && chars[at] != U',' && chars[at] != U';') return std::nullopt;
    const std::size_t letters = form.initials.size();
    if (letters < 2 || letters > kMostLetters || numeral || small >= letters) return std::nullopt;
    return form;
  }

  // A hyphen, "&" or point between two letters, with blanks or without.
  bool is_joiner(std::size_t at, const Range& range) const {
    const auto& chars = text_.chars;
    const auto joins = [](char32_t c) { return is_dash(c) || c == U'&' || c == U'.' || c == U'/'; };
    const auto is_capital_at = [&](std::size_t i) {
      return i < range.end && is_letter(chars[i]) && is_capital(chars[i]);
    };
    if (at == range.begin) return false;
    if (joins(chars[at])) return is_capital_at(at + 1) || (chars[at + 1] == U' ' && is_capital_at(at + 2));
    return chars[at] == U' ' && at + 1 < range.end &&
           (joins(chars[at - 1]) || (joins(chars[at + 1]) && chars[at + 1] != U'.'));
  }

  // The words that end at `end`, the nearest first, back to whatever ends a clause.
  std::vector<Range> words_before(std::size_t end) const {
    const auto& chars = text_.chars;
    std::vector<Range> words;
    std::size_t line_feeds = 0;
    std::size_t at = end;
    while (at > 0 && words.size() < kMostLetters * 2) {
      const char32_t c = chars[at - 1];
      if (is_letter(c) || is_extender(c)) {
        std::size_t begin = at;
        while (begin > 0 && (is_letter(chars[begin - 1]) || is_extender(chars[begin - 1]))) --begin;
        if (begin > 0 && is_digit(chars[begin - 1])) break;
        if (is_letter(chars[begin])) words.push_back({begin, at});
        at = begin;
        line_feeds = 0;
        continue;
      }
      if (c == U'\n' && ++line_feeds > 1) break;
      if (!is_space(c) && c != U',' && !is_dash(c) && c != U'&' && c != U'/' && !is_quotation(c)) break;
      --at;
    }
    return words;
  }

  // `words` the nearest first. With `whole_from`, the expansion must begin with the first word after it.
  void define(const ShortForm& form, const std::vector<Range>& words, std::size_t whole_from = 0) {
    if (!found_.empty() && form.range.begin < last_end_) return;
    std::vector<Text> letters;
    for (const Range& word : words) letters.push_back(slice(word.begin, word.end));
    const auto first = find_expansion(form.initials, letters);
    if (!first) return;
    const Range range{words[*first].begin, words.front().end};
    if (whole_from != 0 && *first + 1 < words.size() && words[*first + 1].begin >= whole_from) return;
    if (whole_from != 0 && range.begin < whole_from) return;
    Definition made;
    made.short_form = encode_utf8(slice(form.range.begin, form.range.end));
    made.short_begin = text_.begin_of(form.range.begin);
    made.short_end = text_.end_of(form.range.end - 1);
    made.expansion_begin = text_.begin_of(range.begin);
    made.expansion_end = text_.end_of(range.end - 1);
    for (const Token& word : analyze_words(made.short_form)) made.key += word.text;
    for (Token& word :
         analyze_words(bytes_.substr(made.expansion_begin, made.expansion_end - made.expansion_begin)))
      made.expansion.push_back(std::move(word.text));
    if (made.expansion.size() < 2 || made.key.empty()) return;
    last_end_ = std::max(form.range.end, range.end);
    found_.push_back(std::move(made));
  }

  std::string_view bytes_;
  MappedText text_;
  std::size_t last_end_ = 0;
  std::vector<Definition> found_;
};

}  // namespace

std::vector<Definition> harvest_definitions(std::string_view text) {
  return may_define(text) ? Harvester(text).harvest() : std::vector<Definition>();
}

}  // namespace vankien
