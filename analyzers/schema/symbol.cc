#include "analyzers/schema/symbol.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

void append_upper(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) append_utf8(out, capital_letter(next_code_point(text, at)));
}

// "/nb" (internal) is a note on the paper, not part of its number: people leave it out.
std::string_view without_note(std::string_view organ) {
  return organ.ends_with("/nb") ? organ.substr(0, organ.size() - 3) : organ;
}

std::string make_key(const Symbol& s) {
  std::string key = std::to_string(s.number);
  append_upper(key, s.suffix);
  for (const std::string_view part : {std::string_view(s.type), without_note(s.organ)})
    append_upper(key += '|', part);
  return (key += '|') += s.year == 0 ? std::string() : std::to_string(s.year);
}

// True if the first sign is none that a number can begin with; full-width digits and blanks are beyond these.
bool begins_otherwise(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();)
    if (const char32_t c = next_code_point(bytes, at); !is_space(c))
      return c < 0x1F00 && !(c >= U'0' && c <= U'9');
  return true;
}

}  // namespace

std::string Symbol::canonical() const {
  const std::string head = fmt::format("{:02}{}", number, suffix);
  if (type.empty())
    return year == 0 ? fmt::format("{}/{}", head, organ) : fmt::format("{}/{}/{}", head, year, organ);
  if (system == System::kParty) return fmt::format("{}-{}/{}", head, type, organ);
  return year == 0 ? fmt::format("{}/{}-{}", head, type, organ)
                   : fmt::format("{}/{}/{}-{}", head, year, type, organ);
}

std::string Symbol::key() const { return make_key(*this); }

std::string Symbol::bare_key() const { return bare_form(make_key(*this)); }

std::optional<Symbol> parse_symbol(std::string_view bytes) {
  if (begins_otherwise(bytes)) return std::nullopt;
  // With a "số" before it, as papers print it: the grammar then takes letters of the State too
  // (123/UBND-KGVX).
  static constexpr std::u32string_view kAnnounced = U"số ";
  MappedText text = decode_utf8(bytes);
  fold_look_alikes(text);
  to_nfc(text);
  text.chars.insert(0, kAnnounced);
  const auto found = find_symbols(text);
  if (found.size() != 1) return std::nullopt;
  const auto blank = [&](std::size_t begin, std::size_t end) {
    return std::all_of(text.chars.begin() + static_cast<std::ptrdiff_t>(begin),
                       text.chars.begin() + static_cast<std::ptrdiff_t>(end), is_space);
  };
  if (!blank(kAnnounced.size(), found[0].begin) || !blank(found[0].end, text.chars.size()))
    return std::nullopt;
  return found[0].symbol;
}

}  // namespace vankien
