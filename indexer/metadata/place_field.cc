#include "indexer/metadata/place_field.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/char_filters.h"
#include "analyzers/schema/place.h"
#include "indexer/metadata/organ_name.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

using Text = std::u32string_view;

struct Place {
  std::string name;
  bool province = false;
};

struct Kind {
  Text words;
  const char* unit;  // before the name of a place that is no province
};

// The highest first: "Ủy ban nhân dân huyện A tỉnh B" is of B.
constexpr std::array kKinds = {
    Kind{U"tỉnh ủy", ""},           Kind{U"tỉnh", ""},
    Kind{U"thành ủy", "thành phố"}, Kind{U"thành phố", "thành phố"},
    Kind{U"huyện ủy", "huyện"},     Kind{U"huyện", "huyện"},
    Kind{U"quận ủy", "quận"},       Kind{U"quận", "quận"},
    Kind{U"thị ủy", "thị xã"},      Kind{U"thị xã", "thị xã"},
    Kind{U"thị trấn", "thị trấn"},  Kind{U"phường", "phường"},
    Kind{U"đặc khu", "đặc khu"},    Kind{U"xã", "xã"},
};
constexpr std::size_t kMostWords =
    4;  // Bà Rịa - Vũng Tàu; with a kind before it, Thành ủy Thành phố Hồ Chí Minh

// The proper name a text begins with: words in capitals or numbers, at most `most` of them.
std::string proper_name(std::string_view text, std::size_t most) {
  std::string name;
  const MappedText letters = decode_utf8(text);
  for (std::size_t at = 0, words = 0; at < letters.chars.size() && words < most; ++words) {
    const std::size_t end = std::min(letters.chars.find(U' ', at), letters.chars.size());
    const Text word = Text(letters.chars).substr(at, end - at);
    const bool dash = word == U"-" || word == U"–";
    if (word.empty() || !(dash || is_digit(word[0]) || fold_letter(word[0]) != word[0])) break;
    if (dash) --words;
    if (!name.empty()) name += ' ';
    name += encode_utf8(word);
    at = end + 1;
    if (!is_letter(word.back()) && !is_digit(word.back()) && !dash) break;  // a comma ends it
  }
  while (!name.empty() && (name.back() == ',' || name.back() == ';' || name.back() == '.' ||
                           name.back() == '-' || name.back() == ' '))
    name.pop_back();
  return name;
}

// The longest beginning that is a province's name: "Hà Nội khóa XV" → "Hà Nội".
std::string province_at(std::string_view text) {
  for (std::size_t words = kMostWords; words > 0; --words)
    if (const auto name = province_name(proper_name(text, words)); !name.empty()) return std::string(name);
  return {};
}

bool begins_with_kind(Text text) {
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](const Kind& kind) { return begins_with(text, kind.words); });
}

// `name` as prose has it: Ban Tổ chức Tỉnh ủy Đông Giang.
std::optional<Place> place_in(std::string_view name, std::string_view level) {
  const MappedText folded = fold_text(name);
  for (const Kind& kind : kKinds)
    for (std::size_t at = find_words(folded.chars, kind.words); at != Text::npos;
         at = find_words(folded.chars, kind.words, at + 1)) {
      std::size_t begin = at + kind.words.size();
      // "Thành ủy Thành phố Hồ Chí Minh": the inner kind is met by itself.
      if (begin >= folded.chars.size() || has_words_at(folded.chars, at, U"xã hội")) continue;
      const std::string_view rest = name.substr(folded.offsets[begin + 1]);
      if (std::string province = province_at(rest); !province.empty())
        return Place{std::move(province), true};
      std::string proper = proper_name(rest, kMostWords);
      if (proper.empty() || begins_with_kind(Text(folded.chars).substr(begin + 1))) continue;
      const bool province =
          *kind.unit == '\0' || (std::string_view(kind.unit) == "thành phố" && level == "tỉnh");
      return province ? Place{std::move(proper), true} : Place{kind.unit + (" " + proper), false};
    }
  return std::nullopt;
}

// The bodies above the issuer in the left column.
std::optional<Place> place_above(const Letterhead& head) {
  for (std::size_t i = head.begin; i < head.end; ++i)
    for (const Cell& cell : head.lines[i].cells) {
      if (!names_organ(cell)) continue;
      auto place = place_in(spell_organ_name(expand_organ(cell.folded.chars)), "");
      if (place && place->province) return place;
    }
  return std::nullopt;
}

// "Hà Giang, ngày 05 …"
std::string place_of_date_line(const Letterhead& head) {
  for (std::size_t i = head.begin; i < head.end; ++i)
    for (const Cell& cell : head.lines[i].cells) {
      const std::size_t day = find_words(cell.folded.chars, U"ngày");
      if (day == Text::npos || day < 2) continue;
      const auto comma = cell.text.find(',');
      if (comma == std::string::npos || comma >= cell.folded.offsets[day]) continue;
      const std::string before = cell.text.substr(0, comma);
      if (const auto name = province_name(before); !name.empty()) return std::string(name);
      if (const auto place = place_in(before, ""); place && place->province) return place->name;
    }
  return {};
}

}  // namespace

std::optional<Field> place_of_issuer(std::string_view issuer, std::string_view level) {
  if (level == "trung ương") return std::nullopt;
  if (auto place = place_in(issuer, level)) return Field{std::move(place->name), "issuer"};
  return std::nullopt;
}

std::optional<Field> read_place(const Letterhead& head, std::string_view issuer, std::string_view level) {
  if (level == "trung ương") return std::nullopt;
  auto place = place_in(issuer, level);
  if (!place || !place->province)
    if (auto above = place_above(head)) place = std::move(above);
  if (place && place->province) return Field{std::move(place->name), "letterhead"};
  // Without an issuer "Hà Nội" may be the centre's.
  if (std::string dated = place_of_date_line(head); !dated.empty() && (dated != "Hà Nội" || !level.empty()))
    return Field{std::move(dated), "date line"};
  if (place) return Field{std::move(place->name), "letterhead"};
  return std::nullopt;
}

}  // namespace vankien
