#include "analyzers/schema/numerals.h"

#include <array>

namespace vankien {
namespace {

constexpr std::uint16_t kMost = 39;  // no committee has met or been elected more often

constexpr std::array<std::string_view, 9> kUnits = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};

struct Spelt {
  std::string_view word;
  std::uint16_t value;
};
constexpr std::array<Spelt, 14> kSpelt = {{{"nhất", 1},
                                           {"một", 1},
                                           {"hai", 2},
                                           {"nhì", 2},
                                           {"ba", 3},
                                           {"bốn", 4},
                                           {"tư", 4},
                                           {"năm", 5},
                                           {"lăm", 5},
                                           {"sáu", 6},
                                           {"bảy", 7},
                                           {"bẩy", 7},
                                           {"tám", 8},
                                           {"chín", 9}}};

std::uint16_t spelt_at(WordSpan words, std::size_t at) {
  for (const auto& [word, value] : kSpelt)
    if (is_word(words, at, word)) return value;
  return 0;
}

}  // namespace

std::optional<std::uint16_t> parse_roman(std::string_view text) {
  std::string small;
  for (const char c : text) small.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  std::string_view rest = small;
  std::uint16_t value = 0;
  // Tens first, but not the x of ix.
  while (rest.starts_with('x') && value < 30) {
    value = static_cast<std::uint16_t>(value + 10);
    rest.remove_prefix(1);
  }
  if (rest.empty()) return value == 0 ? std::nullopt : std::optional(value);
  for (std::size_t i = 0; i < kUnits.size(); ++i)
    if (rest == kUnits[i]) return static_cast<std::uint16_t>(value + i + 1);
  return std::nullopt;
}

std::string roman(std::uint16_t value) {
  std::string out(value / 10, 'X');
  if (value % 10 != 0)
    for (const char c : kUnits[value % 10u - 1u]) out.push_back(static_cast<char>(c - ('a' - 'A')));
  return out;
}

std::optional<Ordinal> ordinal_at(WordSpan words, std::size_t at) {
  if (at >= words.size()) return std::nullopt;
  if (const auto number = number_at(words, at))
    return *number == 0 || *number > kMost ? std::nullopt
                                           : std::optional(Ordinal{static_cast<std::uint16_t>(*number), 1});
  if (const auto value = parse_roman(words[at].text)) return Ordinal{*value, 1};
  if (is_word(words, at, "mười")) {
    const std::uint16_t unit = spelt_at(words, at + 1);
    return Ordinal{static_cast<std::uint16_t>(10 + unit), unit == 0 ? 1u : 2u};
  }
  if (const std::uint16_t value = spelt_at(words, at)) return Ordinal{value, 1};
  return std::nullopt;
}

}  // namespace vankien
