#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/document_name.h"
#include "analyzers/schema/symbol_words.h"
#include "searchd/search/archive/order.h"
#include "searchd/search/suggest/suggestion_sources.h"

namespace vankien {
namespace {

constexpr std::size_t kMostPieces = 6;  // 05/2014/TTLT-BNV-BTC; what has more is text

/// A number and the letters behind it, as far as they are typed.
struct TypedSymbol {
  std::string number;   ///< 5, 12a
  std::string letters;  ///< of type and organ, small and bare: "nqt"; all that were typed
  std::string type;     ///< if said in words: the letters then are the organ's
  std::string year;
};

bool is_year(const std::string& digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

// Runs of letters and of digits; nothing if there is anything else than what parts a symbol.
std::vector<std::string> pieces_of(const std::string& typed) {
  std::vector<std::string> pieces;
  char32_t before = 0;
  for (const char32_t letter : decode_utf8(typed).chars) {
    const bool digit = letter >= U'0' && letter <= U'9';
    if (!digit && !is_letter(letter)) {
      if (!is_space(letter) && !is_dash(letter) && letter != U'/' && letter != U'.') return {};
      before = 0;
      continue;
    }
    const bool goes_on = before != 0 && (before >= U'0' && before <= U'9') == digit;
    if (!goes_on) pieces.emplace_back();
    append_utf8(pieces.back(), strip_marks(fold_letter(letter)));
    before = letter;
  }
  return pieces;
}

std::optional<TypedSymbol> read_spoken(const std::string& typed) {
  const Tokens words = analyze_words(typed);
  const auto readings = read_symbol_words(words);
  if (readings.size() != 1 || readings[0].first != 0 || readings[0].last != words.size()) return std::nullopt;
  const Symbol& symbol = readings[0].symbol;
  if (symbol.number == 0 || symbol.type.empty()) return std::nullopt;
  std::string organ;
  for (const char letter : bare_form(symbol.organ))
    if (letter != '/' && letter != '-')
      organ += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return TypedSymbol{std::to_string(symbol.number) + symbol.suffix, organ, bare_form(symbol.type),
                     symbol.year == 0 ? "" : std::to_string(symbol.year)};
}

// 5 · 05-nq/t · nq 05 · 30/2020/nđ · 30 nd cp 2020
std::optional<TypedSymbol> read_typed_symbol(const std::string& typed) {
  const std::vector<std::string> pieces = pieces_of(typed);
  if (pieces.empty() || pieces.size() > kMostPieces) return std::nullopt;
  TypedSymbol symbol;
  for (const std::string& piece : pieces) {
    const bool digits = piece.front() >= '0' && piece.front() <= '9';
    if (digits && symbol.number.empty()) {
      const auto first = std::min(piece.find_first_not_of('0'), piece.size() - 1);
      symbol.number = piece.substr(first);
    } else if (digits && symbol.year.empty() && is_year(piece)) {
      symbol.year = piece;
    } else {
      symbol.letters += piece;  // QH 15: the number is the organ's
    }
  }
  if (symbol.number.empty() || symbol.number == "0" || symbol.number.size() > 6) return std::nullopt;
  constexpr std::size_t kMostLetters = 16;
  if (symbol.letters.size() > kMostLetters) return std::nullopt;
  return symbol;
}

/// One spelling of a symbol and its documents.
struct Found {
  std::string text;
  std::uint64_t count = 0;
  Place newest;
};

std::string small_letters(std::string_view part) {
  std::string out;
  for (const char letter : part)
    if (std::isalnum(static_cast<unsigned char>(letter)))
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return out;
}

/// Looks at every document: the column's values stand in the order of their numbers, so those that begin so stand together, and
/// one pass over the ordinals counts them (a millisecond for a million documents).
class Finder {
 public:
  Finder(const View& view, const TypedSymbol& typed) : view_(view), typed_(typed), newer_(view, {}) {}

  /// The very number first, then those with one digit more if nothing else is typed; the newest of each first.
  std::vector<Found> find(std::size_t most) const {
    const std::uint64_t number = std::stoul(typed_.number);
    std::vector<Found> all;
    take(all, most, number, number + 1);
    if (typed_.letters.empty() && typed_.type.empty() && typed_.year.empty())
      take(all, most, number * 10, number * 10 + 10);
    return all;
  }

 private:
  bool fits(const std::string& text) const {
    const auto symbol = parse_symbol(text);
    if (!symbol) return false;
    const auto letter = typed_.number.find_first_not_of("0123456789");
    if (letter != std::string::npos && symbol->suffix != typed_.number.substr(letter)) return false;
    const std::string key = symbol->bare_key();  // 30|ND|CP|2020
    const auto first = key.find('|'), second = key.find('|', first + 1);
    const std::string type = small_letters(std::string_view(key).substr(first + 1, second - first - 1));
    const std::string organ =
        small_letters(std::string_view(key).substr(second + 1, key.find('|', second + 1) - second - 1));
    if (!typed_.year.empty() && text.find(typed_.year) == std::string::npos) return false;
    if (!typed_.type.empty()) return type == small_letters(typed_.type) && organ.starts_with(typed_.letters);
    return (type + organ).starts_with(typed_.letters) || organ.starts_with(typed_.letters) ||
           (small_letters(symbol->suffix) + type + organ).starts_with(typed_.letters);  // 12a nq
  }

  void take(std::vector<Found>& all, std::size_t most, std::uint64_t first, std::uint64_t last) const {
    std::vector<Found> found = numbered(first, last);
    const auto older = [this](const Found& a, const Found& b) { return newer_(b.newest, a.newest); };
    std::make_heap(found.begin(), found.end(), older);
    while (all.size() < most && !found.empty()) {
      std::pop_heap(found.begin(), found.end(), older);
      if (fits(found.back().text)) all.push_back(std::move(found.back()));
      found.pop_back();
    }
  }

  /// All symbols whose number is at least `first` and below `last`.
  std::vector<Found> numbered(std::uint64_t first, std::uint64_t last) const {
    std::map<std::string_view, Found> by_text;
    for (std::size_t shard = 0; shard < view_.columns.size(); ++shard) {
      const Column& column = (*view_.columns[shard])[Attribute::kSymbol];
      const auto at = [&](std::uint64_t number) {
        return static_cast<std::size_t>(std::lower_bound(column.keys.begin() + 1, column.keys.end(),
                                                         order_key(std::to_string(number), false)) -
                                        column.keys.begin());
      };
      const std::size_t begin = at(first), end = at(last);
      if (begin == end) continue;
      const std::vector<Found> counted = count(shard, column, begin, end);
      for (std::size_t i = 0; i < counted.size(); ++i) {
        if (counted[i].count == 0) continue;
        Found& one =
            by_text.try_emplace(column.values[begin + i], Found{{}, 0, counted[i].newest}).first->second;
        one.count += counted[i].count;
        if (newer_(counted[i].newest, one.newest)) one.newest = counted[i].newest;
      }
    }
    std::vector<Found> found;
    for (auto& [text, one] : by_text) {
      one.text = text;
      found.push_back(std::move(one));
    }
    return found;
  }

  /// The documents of the ordinals [begin, end) of one database.
  std::vector<Found> count(std::size_t shard, const Column& column, std::size_t begin,
                           std::size_t end) const {
    std::vector<Found> found(end - begin);
    const auto& meaning = column.ordinals.meaning();
    column.ordinals.base().visit([&](const auto& numbers) {
      for (const Xapian::docid id : view_.columns[shard]->documents()) {
        const std::uint32_t ordinal = meaning.empty() ? numbers[id] : meaning[numbers[id]];
        if (ordinal < begin || ordinal >= end) continue;
        Found& one = found[ordinal - begin];
        const Place place{shard, id};
        if (one.count++ == 0 || newer_(place, one.newest)) one.newest = place;
      }
    });
    return found;
  }

  const View& view_;
  const TypedSymbol& typed_;
  const Order newer_;
};

}  // namespace

std::vector<Suggestion> suggest_symbols(const View& view, const std::string& typed, std::size_t most) {
  auto symbol = read_spoken(typed);
  if (!symbol) symbol = read_typed_symbol(typed);
  if (!symbol) return {};
  std::vector<Suggestion> out;
  for (Found& one : Finder(view, *symbol).find(most)) {
    DocumentName name = named_document_at(view, one.newest).name;
    out.push_back({.kind = Suggestion::Kind::kSymbol,
                   .text = std::move(one.text),
                   .id = std::move(name.id),
                   .title = std::move(name.title),
                   .date = std::move(name.date),
                   .count = one.count});
  }
  return out;
}

}  // namespace vankien
