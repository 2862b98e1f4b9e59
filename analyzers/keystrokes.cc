#include "analyzers/keystrokes.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/symbol.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

// nghieengs has 9 keys, dduwowngf too; some room for a key typed wrong and put right.
constexpr std::size_t kMostKeys = 13;

bool is_vowel(char32_t letter) { return take_apart(letter).base != 0; }

// As the index spells it; empty if it is no syllable.
std::string spell(Typed typed) {
  const auto first = std::find_if(typed.letters.begin(), typed.letters.end(), is_vowel);
  if (first == typed.letters.end()) return {};
  *first = with_tone(*first, typed.tone);
  Syllable syllable;
  if (!parse_syllable(typed.letters, syllable)) return {};
  return analyze_words(encode_utf8(typed.letters)).front().text;
}

bool is_ascii_letter(char32_t c) { return c < 0x80 && is_letter(c); }
bool is_key(char32_t c) { return c < 0x80 && (is_letter(c) || is_digit(c)); }
bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }

// The keys in small letters; empty if the word is none that one types.
std::u32string keys_of(std::u32string_view word) {
  if (word.size() < 2 && word != U"w") return {};
  if (word.size() > kMostKeys || !is_ascii_letter(word.front())) return {};
  if (!std::all_of(word.begin(), word.end(), is_key)) return {};
  if (std::any_of(word.begin() + 1, word.end(), is_capital)) return {};
  // A4: no small letter at all.
  if (is_capital(word.front()) && std::none_of(word.begin() + 1, word.end(), is_ascii_letter)) return {};
  std::u32string keys(word);
  keys.front() = fold_letter(keys.front());
  return keys;
}

TypingMethod method_of(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(), is_digit) ? TypingMethod::kVni : TypingMethod::kTelex;
}

// boong, xoong: the double o of a few loans is Telex for ô, which is in far more words.
bool may_be_telex(const Syllable& syllable) { return syllable.rime().starts_with(U"oo"); }

std::vector<std::string> decode(std::u32string_view word) {
  const std::u32string keys = keys_of(word);
  // khoa10 is "khóa 10", not "khoa" with a tone taken back.
  if (keys.empty() || keys.back() == U'0') return {};
  Syllable syllable;
  if (parse_syllable(keys, syllable) && !may_be_telex(syllable)) return {};
  const std::string as_typed = encode_utf8(keys);
  std::vector<std::string> found;
  for (Typed& typed : press_keys(method_of(keys), keys)) {
    std::string spelled = spell(std::move(typed));
    if (!spelled.empty() && spelled != as_typed &&
        std::find(found.begin(), found.end(), spelled) == found.end())
      found.push_back(std::move(spelled));
  }
  return found;
}

// Only typing puts a digit inside a word, or a mark's digit and a tone's side by side.
bool is_certain(std::u32string_view word) {
  bool tone = false;
  bool mark = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_digit(word[i])) continue;
    if (i + 1 < word.size() && !is_digit(word[i + 1])) return true;
    (word[i] <= U'5' ? tone : mark) = true;
  }
  return tone && mark;
}

#include "analyzers/data/english_keystrokes.inc"

bool is_english(std::u32string_view word) {
  std::string padded = " ";
  for (const char32_t c : word) append_utf8(padded, fold_letter(c));
  return kEnglishKeystrokes.find(padded + " ") != std::string_view::npos;
}

// Words end at white space and at marks that never stand inside one.
bool parts_words(char32_t c) {
  return is_space(c) ||
         std::u32string_view(U",;:!?\"'()[]{}<>|“”„‘’«»…").find(c) != std::u32string_view::npos;
}
bool is_fringe(char32_t c) { return c == U'.' || c == U'*' || c == U'+' || is_dash(c); }

class Finder {
 public:
  explicit Finder(std::string_view bytes) : text_(decode_utf8(bytes)), symbols_(seen_symbols(text_)) {}

  std::vector<TypedSyllable> find() {
    const auto& chars = text_.chars;
    std::size_t i = 0;
    while (i < chars.size()) {
      if (parts_words(chars[i])) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < chars.size() && !parts_words(chars[end])) ++end;
      std::size_t last = end;
      while (i < last && is_fringe(chars[i])) ++i;
      while (last > i && is_fringe(chars[last - 1])) --last;
      if (!in_symbol(i, last)) read_chunk(i, last);
      i = end;
    }
    for (TypedSyllable& syllable : found_)
      syllable.certain = syllable.method == TypingMethod::kVni ? certain_vni_ : certain_telex_;
    return std::move(found_);
  }

 private:
  // The grammar of symbols reads composed letters, without the look-alikes of Đ.
  static std::vector<FoundSymbol> seen_symbols(MappedText& text) {
    to_nfc(text);
    fold_look_alikes(text);
    return find_symbols(text);
  }

  bool in_symbol(std::size_t begin, std::size_t end) const {
    return std::any_of(symbols_.begin(), symbols_.end(),
                       [&](const FoundSymbol& symbol) { return symbol.begin < end && begin < symbol.end; });
  }

  // One word, or words joined by hyphens that are all syllables or keys of one.
  void read_chunk(std::size_t begin, std::size_t end) {
    const std::u32string_view chars(text_.chars);
    std::vector<TypedSyllable> typed;
    bool vni = false;
    bool telex = false;
    while (begin < end) {
      const auto dash = std::find_if(chars.begin() + static_cast<std::ptrdiff_t>(begin),
                                     chars.begin() + static_cast<std::ptrdiff_t>(end), is_dash);
      const auto stop = static_cast<std::size_t>(dash - chars.begin());
      const std::u32string_view word = chars.substr(begin, stop - begin);
      std::vector<std::string> readings = decode(word);
      Syllable syllable;
      if (readings.empty() && !parse_syllable(word, syllable)) return;
      if (!readings.empty()) {
        const TypingMethod method = method_of(word);
        vni = vni || is_certain(word);
        telex = telex || (method == TypingMethod::kTelex && !is_english(word));
        typed.push_back({text_.begin_of(begin), text_.end_of(stop - 1), method, false, std::move(readings)});
      }
      begin = stop + 1;
    }
    certain_vni_ = certain_vni_ || vni;
    certain_telex_ = certain_telex_ || telex;
    std::move(typed.begin(), typed.end(), std::back_inserter(found_));
  }

  MappedText text_;
  std::vector<FoundSymbol> symbols_;
  std::vector<TypedSyllable> found_;
  bool certain_vni_ = false;
  bool certain_telex_ = false;
};

}  // namespace

std::vector<std::string> decode_keystrokes(std::string_view word) { return decode(decode_utf8(word).chars); }

std::vector<TypedSyllable> find_keystrokes(std::string_view text) { return Finder(text).find(); }

}  // namespace vankien
