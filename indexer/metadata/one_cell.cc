#include "indexer/metadata/one_cell.h"

#include <array>
#include <bit>
#include <cstdint>

#include "analyzers/mapped_text.h"
#include "analyzers/run_scan.h"
#include "indexer/metadata/headings.h"
#include "indexer/metadata/line_signs.h"

namespace vankien {
namespace {

// What a byte is to a line that is one cell.
enum class Sign : std::uint8_t {
  kPlain,    // no cell ends at it
  kBlank,    // two in a row are a gap
  kStroke,   // two in a row may be a rule
  kEnd,      // a tab, `|`
  kHeading,  // may begin a heading
  kLead,     // may begin a sign beyond ASCII
};

constexpr auto kSigns = [] {
  std::array<Sign, 256> table{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    const auto letter = static_cast<char32_t>(c);
    table[c] = is_plain(letter) ? Sign::kPlain : is_stroke(letter) ? Sign::kStroke : Sign::kEnd;
  }
  table[' '] = Sign::kBlank;
  table['C'] = table['V'] = table[0xC4] = Sign::kHeading;
  table[0xC2] = table[0xE2] = Sign::kLead;
  return table;
}();

// The sign that begins with C2 or E2: no-break and wide blanks and line ends, dashes, other marks of print.
Sign sign_at(std::string_view line) {
  if (line.starts_with("\xC2\x85") || line.starts_with("\xC2\xA0")) return Sign::kEnd;
  if (line[0] == '\xC2') return Sign::kPlain;
  std::size_t at = 0;
  const char32_t c = next_code_point(line, at);
  return c < 0x2010 || is_space(c) ? Sign::kEnd : is_stroke(c) ? Sign::kStroke : Sign::kLead;
}

// As headings.h looks for them.
bool begins_as_heading(std::string_view bytes) {
  for (const std::string_view letters : {"CỘ", "V/", "ĐẢ", "Độ", "ĐỘ"})
    if (bytes.starts_with(letters)) return true;
  return false;
}

// Byte after byte.
bool is_one_cell_by_bytes(std::string_view line) {
  bool plain = false;
  bool heading = false;
  Sign before = Sign::kPlain;
  for (std::size_t at = 0; at < line.size();) {
    Sign sign = kSigns[static_cast<unsigned char>(line[at])];
    std::size_t size = 1;
    if (sign == Sign::kLead) {
      sign = sign_at(line.substr(at));
      size = line[at] == '\xC2' ? 2 : 3;
    }
    heading = heading || (sign == Sign::kHeading && begins_as_heading(line.substr(at)));
    plain = plain || sign == Sign::kPlain || sign == Sign::kHeading;
    if (sign == Sign::kEnd || (sign == before && (sign == Sign::kBlank || sign == Sign::kStroke)))
      return false;
    before = sign;
    at += size;
  }
  return plain && !(heading && may_hold_heading(decode_utf8(line).chars));
}

// Of a line that begins with a letter, sixteen bytes at a time: true for most lines of prose. A byte beside another decides, or
// may, and then they are gone through one by one.
bool is_plain_prose(std::string_view line) {
  using namespace sixteen_bytes;
  for (std::size_t at = 0; at < line.size(); at += sizeof(Bytes)) {
    const Bytes bytes = load(line, at);
    const Bytes next = load(line, at + 1);
    const auto is = [](Bytes some, char c) { return (Bytes)(some == static_cast<unsigned char>(c)); };
    const auto strokes = [&](Bytes some) {
      return is(some, '-') | is(some, '_') | is(some, '=') | is(some, '*') | is(some, '~');
    };
    const Bytes ends =
        ((Bytes)(bytes < ' ') & (Bytes)(bytes != 0)) | is(bytes, '|') | is(bytes | 0x20, '\xE2');
    const Bytes pairs = (is(bytes, ' ') & is(next, ' ')) | (strokes(bytes) & strokes(next));
    const Bytes headings = (is(bytes, 'V') & is(next, '/')) | (is(bytes, 'C') & is(next, '\xE1')) |
                           (is(bytes, '\xC4') & is(next, '\x90'));
    if (bits_of(ends | pairs) != 0) return false;
    for (unsigned found = bits_of(headings); found != 0; found &= found - 1)
      if (begins_as_heading(line.substr(at + static_cast<unsigned>(std::countr_zero(found))))) return false;
  }
  return true;
}

}  // namespace

bool is_one_cell(std::string_view line) {
  if (line.empty()) return false;
  const Sign first = kSigns[static_cast<unsigned char>(line[0])];
  if ((first == Sign::kPlain || first == Sign::kHeading) && line.find('\0') == line.npos &&
      is_plain_prose(line))
    return true;
  return is_one_cell_by_bytes(line);
}

}  // namespace vankien
