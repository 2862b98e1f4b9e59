#include "analyzers/legacy/legacy_text.h"

#include <algorithm>
#include <array>

#include "analyzers/legacy/decoders.h"
#include "analyzers/legacy/first_look.h"
#include "analyzers/legacy/reading.h"
#include "analyzers/legacy/tables.h"
#include "analyzers/legacy/verdicts.h"
#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

struct Piece {
  std::u32string shown;
  std::string before;  // blanks, tabs and line ends between the block before and this one
  FirstLook look = FirstLook::kOpen;
};

bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

// Cells of a row are parted by a tab, the columns of a PDF page by three blanks and more.
std::size_t gap_at(std::string_view text, std::size_t at) {
  if (is_line_end(text[at]) || text[at] == '\t') return 1;
  std::size_t end = at;
  while (end < text.size() && text[end] == ' ') ++end;
  return end - at >= 3 ? end - at : 0;
}

std::u32string as_latin1(std::string_view bytes) {
  std::u32string shown;
  for (const char c : bytes) shown += static_cast<unsigned char>(c);
  return shown;
}

/// Cuts a text into its blocks; the gaps stay with the block after them, those at the end with `tail`.
std::vector<Piece> cut(std::string_view text, LegacySource source, std::string& tail) {
  std::vector<Piece> pieces;
  std::string gap;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t length = gap_at(text, i); length > 0) {
      gap.append(text, i, length);
      i += length;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && gap_at(text, end) == 0) ++end;
    const std::string_view block = text.substr(i, end - i);
    const bool utf8 = source == LegacySource::kUnicode || is_valid_utf8(block);
    pieces.push_back({utf8 ? decode_utf8(block).chars : as_latin1(block), std::move(gap),
                      utf8 ? look_at(block) : FirstLook::kSuspect});
    gap.clear();
    i = end;
  }
  tail = std::move(gap);
  return pieces;
}

bool is_ascii(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x80; });
}

bool has_suspects(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', i), utf8.size());
    const FirstLook look = look_at(utf8.substr(i, end - i));
    if (look == FirstLook::kSuspect || look == FirstLook::kTwice) return true;
    i = end + 1;
  }
  return false;
}

LegacyText decode_pieces(std::vector<Piece> pieces, const std::string& tail, LegacySource source) {
  std::vector<Block> blocks;
  blocks.reserve(pieces.size());
  for (const Piece& piece : pieces) blocks.push_back({piece.shown, piece.look});
  const std::vector<LegacyEncoding> verdicts = find_verdicts(blocks, source);
  LegacyText result;
  std::array<bool, kLegacyEncodings> found{};
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    result.text += pieces[b].before;
    const bool decoded = verdicts[b] != LegacyEncoding::kNone;
    std::u32string text = decoded ? read_block(verdicts[b], blocks[b].shown).text : pieces[b].shown;
    // Bytes that are the same letter in Latin-1 were decoded too.
    found[static_cast<std::size_t>(verdicts[b])] |=
        text != pieces[b].shown || (source == LegacySource::kBytes && !is_ascii(pieces[b].shown));
    if (source == LegacySource::kBytes)
      for (char32_t& c : text)
        if (c >= 0x80 && c < 0xA0) c = windows_1252(static_cast<unsigned char>(c));
    result.text += encode_utf8(text);
  }
  result.text += tail;
  for (std::size_t e = 1; e < found.size(); ++e)
    if (found[e]) result.encodings.push_back(static_cast<LegacyEncoding>(e));
  return result;
}

}  // namespace

LegacyText decode_legacy_bytes(std::string_view bytes) {
  std::string tail;
  LegacyText result = decode_pieces(cut(bytes, LegacySource::kBytes, tail), tail, LegacySource::kBytes);
  if (result.encodings.empty()) return {};
  return result;
}

LegacyText repair_legacy(std::string_view utf8) {
  // Until nothing changes: a run that was decoded may have been hiding a second conversion. What does not come
  // to rest is no text of ours.
  constexpr int kPasses = 4;
  LegacyText result{std::string(utf8), {}};
  for (int pass = 0; pass < kPasses; ++pass) {
    if (!has_suspects(result.text)) return result;
    std::string tail;
    LegacyText next =
        decode_pieces(cut(result.text, LegacySource::kUnicode, tail), tail, LegacySource::kUnicode);
    if (next.text == result.text) return result;
    next.encodings.insert(next.encodings.end(), result.encodings.begin(), result.encodings.end());
    std::sort(next.encodings.begin(), next.encodings.end());
    next.encodings.erase(std::unique(next.encodings.begin(), next.encodings.end()), next.encodings.end());
    result = std::move(next);
  }
  return {std::string(utf8), {}};
}

std::string read_as(LegacyEncoding encoding, std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size();) {
    if (is_line_end(bytes[i])) {
      text += bytes[i++];
      continue;
    }
    std::size_t end = i;
    while (end < bytes.size() && !is_line_end(bytes[end])) ++end;
    text += encode_utf8(read_block(encoding, as_latin1(bytes.substr(i, end - i))).text);
    i = end;
  }
  return text;
}

std::vector<std::string> possible_readings(std::string_view utf8_line) {
  std::vector<std::string> readings = {std::string(utf8_line)};
  const std::u32string shown = decode_utf8(utf8_line).chars;
  for (const LegacyEncoding encoding : kCandidates) {
    std::string reading = encode_utf8(read_block(encoding, shown).text);
    if (reading != utf8_line) readings.push_back(std::move(reading));
  }
  return readings;
}

}  // namespace vankien
