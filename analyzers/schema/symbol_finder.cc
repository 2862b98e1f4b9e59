#include <algorithm>

#include "analyzers/letters.h"
#include "analyzers/schema/organ.h"
#include "analyzers/schema/symbol.h"

namespace vankien {
namespace {

constexpr std::size_t kMostDigits = 5;       // 20574/QĐ-CT-THNVDT is the longest number met
constexpr std::size_t kFarthestSo = 16;      // blanks, colons and points between "số" and its number
constexpr std::size_t kMostOrganBytes = 80;  // VKSNDTC-TANDTC-BCA-BQP-BLĐTBXH has 37

// One attempt to read a symbol that begins at a digit.
class Reader {
 public:
  Reader(const std::u32string& chars, std::size_t begin) : chars_(chars), begin_(begin), at_(begin) {}

  std::optional<FoundSymbol> read() {
    Symbol symbol;
    if (!read_number(symbol)) return std::nullopt;
    const Separator first = read_separator();
    if (first.glyph == U'/' && read_year(symbol)) return finish(symbol, U'/');
    return finish(symbol, first.glyph);
  }

 private:
  struct Separator {
    char32_t glyph = 0;   ///< '-' or '/', 0 = none
    bool spaced = false;  ///< blanks around it
  };

  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < chars_.size() ? chars_[at_ + ahead] : U'\0';
  }
  bool preceded_by_so() const;

  // A line may break once inside a symbol; a blank line ends it.
  bool skip_blanks() {
    const std::size_t start = at_;
    int line_feeds = 0;
    while (is_space(peek()) && at_ - start < 4 && (peek() != U'\n' || ++line_feeds < 2)) ++at_;
    return at_ != start;
  }

  bool read_number(Symbol& symbol) {
    while (is_digit(peek()) && peek() < 0x80) {
      if (at_ - begin_ == kMostDigits) return false;
      symbol.number = symbol.number * 10 + static_cast<std::uint32_t>(peek() - U'0');
      ++at_;
    }
    read_second_number(symbol);
    if (is_letter(peek()) && peek() < 0x80 && !is_letter(peek(1)) && fold_letter(peek()) == peek()) {
      symbol.suffix = static_cast<char>(peek());
      ++at_;
    }
    return true;
  }

  // "66.16/2026/NQ-CP": one of the acts made under act 66. Only before a year: "1.000" is a number of prose.
  void read_second_number(Symbol& symbol) {
    std::size_t i = 1;
    while (i < 4 && is_digit(peek(i)) && peek(i) < 0x80) ++i;
    if (peek() != U'.' || i == 1 || peek(i) != U'/' || !is_digit(peek(i + 1)) || !is_digit(peek(i + 4)) ||
        peek(i + 5) != U'/')
      return;
    for (std::size_t k = 0; k < i; ++k) symbol.suffix.push_back(static_cast<char>(peek(k)));
    at_ += i;
  }

  Separator read_separator() {
    const std::size_t start = at_;
    Separator separator;
    separator.spaced = skip_blanks();
    if (is_dash(peek())) separator.glyph = U'-';
    if (peek() == U'/') separator.glyph = U'/';
    if (separator.glyph == 0) return separator;
    ++at_;
    separator.spaced = skip_blanks() || at_ - start > 1;
    return separator;
  }

  // "2020/" with its slash; laws follow with their organ, the rest with type and organ.
  bool read_year(Symbol& symbol) {
    std::size_t i = 0;
    std::uint32_t year = 0;
    for (; i < 4 && is_digit(peek(i)) && peek(i) < 0x80; ++i)
      year = year * 10 + static_cast<std::uint32_t>(peek(i) - U'0');
    if (i != 4 || is_digit(peek(4)) || year < 1945 || year > 2099) return false;
    const std::size_t back = at_;
    at_ += 4;
    const Separator slash = read_separator();
    if (slash.glyph == 0) {
      at_ = back;
      return false;
    }
    symbol.year = static_cast<std::uint16_t>(year);
    return true;
  }

  std::u32string read_letters() {
    std::u32string letters;
    while (is_letter(peek()) || (!letters.empty() && is_digit(peek())) ||
           (peek() == U'.' && !letters.empty() && letters.size() <= 2 && is_letter(peek(1)) &&
            !is_letter(peek(2)))) {
      letters.push_back(peek());
      ++at_;
    }
    return letters;
  }

  static bool all_small(std::u32string_view letters) {
    return std::all_of(letters.begin(), letters.end(), [](char32_t c) { return fold_letter(c) == c; });
  }
  // Organs are capitals (TTg and ThU nearly so); a word of prose is small but for its first letter.
  static bool looks_like_organ(std::u32string_view letters, bool small_allowed) {
    if (letters.empty() || letters.size() > 16) return false;
    for (const char32_t c : letters)
      if (c >= 0x80 && fold_letter(c) != U'đ' && fold_letter(c) != U'ư') return false;
    if (all_small(letters)) return small_allowed;
    const auto capitals =
        std::count_if(letters.begin(), letters.end(), [](char32_t c) { return fold_letter(c) != c; });
    return letters.size() == 1 || capitals >= 2 || spell_organ(letters) != encode_utf8(letters);
  }

  // What follows number, separator and year: TYPE ORGAN, ORGAN TYPE, or letters of organs alone.
  std::optional<FoundSymbol> finish(Symbol symbol, char32_t first) {
    const std::u32string head = read_letters();
    if (head.empty() || head == U"GP") return std::nullopt;  // GP: a licence
    if (symbol.year != 0 && read_law(symbol, head)) return found(symbol);
    const bool small = all_small(head);
    const std::size_t after_head = at_;
    const Separator second = read_separator();
    const std::u32string tail = second.glyph == 0 ? std::u32string() : read_letters();
    if (!looks_like_organ(tail, small && !second.spaced)) {
      at_ = after_head;
      return read_short_form(symbol, head, first);
    }
    std::string organ = spell_organ(tail);
    read_more_organs(organ, small, symbol.year != 0);
    const auto type = first != 0 || !small ? spell_type(head) : std::nullopt;
    const auto swapped_type = type ? std::nullopt : spell_type(tail);
    if (type) {
      symbol.type = *type;
      symbol.organ = std::move(organ);
    } else if (swapped_type && is_party_organ(spell_organ(head))) {  // 05/TU-NQ
      symbol.type = *swapped_type;
      symbol.organ = spell_organ(head);
    } else if (first == U'/' && looks_like_organ(head, preceded_by_so()) &&
               (preceded_by_so() || symbol.year != 0)) {
      symbol.organ = spell_organ(head) + "-" + organ;  // a state letter: Số: 123/UBND-KGVX
    } else {
      return std::nullopt;
    }
    if (symbol.organ.size() > kMostOrganBytes) return std::nullopt;
    symbol.system = system_of(symbol, first, second.glyph);
    return found(symbol);
  }

  // Marks decide where they are typed (ĐA, DA); without them the first that fits (QD → QĐ).
  static std::optional<std::string> spell_type(std::u32string_view letters) {
    const std::string written = encode_utf8(letters);
    auto spelt = spell_abbreviation(written, false);
    if (spelt.empty()) spelt = spell_abbreviation(written, true);
    return spelt.empty() ? std::nullopt : std::optional<std::string>(spelt.front());
  }

  // Joint papers name several: TTLT-BNV-BTC. With a year a blank before the dash does not end them; without, what follows
  // "05-NQ/TU - " is prose.
  void read_more_organs(std::string& organ, bool small, bool dated) {
    for (;;) {
      const std::size_t back = at_;
      if (dated && skip_blanks() && !is_dash(peek())) at_ = back;
      const bool dash = is_dash(peek());
      if (!dash && peek() != U'/') {
        at_ = back;
        return;
      }
      ++at_;
      if (is_space(peek())) skip_blanks();
      const std::u32string more = read_letters();
      const bool nb = more == U"nb" || more == U"NB";
      if (more.empty() || !(nb || looks_like_organ(more, small))) {
        at_ = back;
        return;
      }
      organ += (dash && !nb ? "-" : "/") + spell_organ(more);
    }
  }

  // 117/2025/QH15, 25/2022/UBTVQH15: the organ carries the number of its term.
  static bool read_law(Symbol& symbol, const std::u32string& letters) {
    std::u32string folded;
    for (const char32_t c : letters) folded.push_back(fold_letter(c));
    const auto digit = folded.find_first_of(U"0123456789");
    if (digit == std::u32string::npos ||
        (folded.substr(0, digit) != U"qh" && folded.substr(0, digit) != U"ubtvqh"))
      return false;
    symbol.organ = spell_organ(folded);
    symbol.system = System::kState;
    return true;
  }

  // "92/CP", "115/TTg": decrees and decisions before 1997 named no type.
  std::optional<FoundSymbol> read_short_form(Symbol& symbol, const std::u32string& head,
                                             char32_t first) const {
    const bool glued = begin_ > 0 && is_letter(chars_[begin_ - 1]);  // QĐ733-TTg has its type before it
    if (first == 0 || (glued && !preceded_by_so())) return std::nullopt;
    const std::string organ = spell_organ(head);
    if (organ != "CP" && organ != "TTg" && organ != "HĐBT") return std::nullopt;
    symbol.organ = organ;
    symbol.system = System::kState;
    return found(symbol);
  }

  static System system_of(const Symbol& symbol, char32_t first, char32_t second) {
    if (symbol.year != 0) return System::kState;
    if (is_party_organ(symbol.organ)) return System::kParty;
    return first == U'-' && second == U'/' ? System::kParty : System::kState;
  }

  std::optional<FoundSymbol> found(const Symbol& symbol) const {
    if (is_letter(peek()) || (at_ < chars_.size() && is_extender(peek()))) return std::nullopt;
    return FoundSymbol{symbol, begin_, at_};
  }

  const std::u32string& chars_;
  std::size_t begin_;
  std::size_t at_;
};

bool Reader::preceded_by_so() const {
  std::size_t i = begin_;
  while (i > 0 && begin_ - i < kFarthestSo &&
         (is_space(chars_[i - 1]) || chars_[i - 1] == U':' || chars_[i - 1] == U'.'))
    --i;
  return i >= 2 && fold_letter(chars_[i - 1]) == U'ố' && fold_letter(chars_[i - 2]) == U's';
}

// A number inside a date, a ratio or another number begins no symbol.
bool may_begin(const std::u32string& chars, std::size_t i) {
  if (i == 0) return true;
  const char32_t before = chars[i - 1];
  if (is_digit(before)) return false;
  const bool joiner = before == U'/' || before == U'.' || before == U',' || is_dash(before);
  return !(joiner && i >= 2 && is_digit(chars[i - 2]));
}

}  // namespace

std::optional<FoundSymbol> read_symbol(const MappedText& text, std::size_t begin) {
  if (!may_begin(text.chars, begin)) return std::nullopt;
  return Reader(text.chars, begin).read();
}

std::vector<FoundSymbol> find_symbols(const MappedText& text) {
  std::vector<FoundSymbol> found;
  const auto& chars = text.chars;
  std::size_t i = 0;
  while (i < chars.size()) {
    if (chars[i] < U'0' || chars[i] > U'9') {
      ++i;
      continue;
    }
    if (auto symbol = read_symbol(text, i)) {
      i = symbol->end;
      found.push_back(std::move(*symbol));
      continue;
    }
    while (i < chars.size() && chars[i] >= U'0' && chars[i] <= U'9') ++i;
  }
  return found;
}

}  // namespace vankien
