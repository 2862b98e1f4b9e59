#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/document_name.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/symbol_words.h"
#include "searchd/search/order.h"
#include "searchd/search/suggestion_sources.h"

namespace vankien {
namespace {

constexpr std::size_t kMostPieces = 6;         // 05/2014/TTLT-BNV-BTC; what has more is text
constexpr std::size_t kMostDocuments = 2'000;  // looked at for one answer, of those with the number

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

class Finder {
 public:
  Finder(const View& view, const TypedSymbol& typed) : view_(view), typed_(typed), newer_(view, {}) {}

  std::vector<Found> find(std::size_t most) {
    walk(typed_.number + "|");
    if (typed_.letters.empty() && typed_.type.empty() && typed_.year.empty())
      for (char next = '0'; next <= '9' && found_.size() < most; ++next) walk(typed_.number + next + "|");
    else if (found_.size() < most)
      walk(typed_.number);  // 12a-NQ/TU
    std::vector<Found> all;
    for (auto& [text, one] : found_) all.push_back(std::move(one));
    std::sort(all.begin(), all.end(),
              [this](const Found& a, const Found& b) { return newer_(a.newest, b.newest); });
    if (all.size() > most) all.resize(most);
    return all;
  }

 private:
  // Of a symbol's four spellings the one without marks and year: every document has it.
  static std::optional<std::pair<std::string, std::string>> type_and_organ(const std::string& key) {
    if (!key.ends_with('|') || has_marks(key)) return std::nullopt;
    const auto first = key.find('|');
    const auto second = key.find('|', first + 1);
    if (second == std::string::npos || second + 1 >= key.size()) return std::nullopt;
    const auto small = [](std::string_view part) {
      std::string out;
      for (const char letter : part)
        if (std::isalnum(static_cast<unsigned char>(letter)))
          out += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
      return out;
    };
    return std::pair{small(std::string_view(key).substr(first + 1, second - first - 1)),
                     small(std::string_view(key).substr(second + 1))};
  }

  bool fits(const std::string& key) const {
    const auto parts = type_and_organ(key);
    if (!parts) return false;
    const auto& [type, organ] = *parts;
    if (!typed_.type.empty()) {
      std::string wanted = typed_.type;
      std::transform(wanted.begin(), wanted.end(), wanted.begin(),
                     [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
      return type == wanted && organ.starts_with(typed_.letters);
    }
    return (type + organ).starts_with(typed_.letters) || organ.starts_with(typed_.letters);
  }

  void walk(const std::string& beginning) {
    std::string head = beginning;
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    head = std::string(prefix::kSymbol) + head;
    for (auto term = view_.database.allterms_begin(head); term != view_.database.allterms_end(head); ++term) {
      const std::string key = (*term).substr(prefix::kSymbol.size());
      if (!fits(key) || !is_number(key)) continue;
      for (auto at = view_.database.postlist_begin(*term); at != view_.database.postlist_end(*term); ++at) {
        if (++looked_at_ > kMostDocuments) return;
        note(*at);
      }
    }
  }

  // Behind the number stands nothing but a letter or a second number: 1 is not the beginning of 12|NQ|TU.
  bool is_number(const std::string& key) const {
    const std::string number = key.substr(0, key.find('|'));
    return number.size() >= typed_.number.size() &&
           (typed_.letters.empty() && typed_.type.empty() && typed_.year.empty()
                ? true
                : number.size() == typed_.number.size() ||
                      !std::isdigit(static_cast<unsigned char>(number[typed_.number.size()])));
  }

  void note(Xapian::docid id) {
    const Place place = place_of(view_, id);
    const std::string& text = value_at(view_, Attribute::kSymbol, place);
    if (text.empty() || (!typed_.year.empty() && text.find(typed_.year) == std::string::npos)) return;
    Found& one = found_.try_emplace(text, Found{text, 0, place}).first->second;
    if (seen_.insert(id).second) ++one.count;
    if (newer_(place, one.newest)) one.newest = place;
  }

  const View& view_;
  const TypedSymbol& typed_;
  const Order newer_;
  std::map<std::string, Found> found_;
  std::set<Xapian::docid> seen_;
  std::size_t looked_at_ = 0;
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
