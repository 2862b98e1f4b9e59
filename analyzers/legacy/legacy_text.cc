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
  bool utf8 = true;
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

/// So many blocks are judged together: a document's worth, and memory stays small whatever the text's size.
constexpr std::size_t kBlocksTogether = 4096;

/// Cuts blocks off the front of `text`; the gaps stay with the block after them, those at the end with `tail`.
std::vector<Piece> cut(std::string_view& text, LegacySource source, std::string& tail) {
  std::vector<Piece> pieces;
  std::string gap;
  std::size_t i = 0;
  while (i < text.size() && pieces.size() < kBlocksTogether) {
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
                      utf8 ? look_at(block) : FirstLook::kSuspect, utf8});
    gap.clear();
    i = end;
  }
  tail = std::move(gap);
  text.remove_prefix(i);
  return pieces;
}

std::size_t count_foreign(std::u32string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0x80; }));
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

struct Found {
  std::array<bool, kLegacyEncodings> encodings{};
  std::size_t foreign = 0;    ///< letters above ASCII in blocks that are no UTF-8
  std::size_t explained = 0;  ///< of them: in blocks that were decoded
};

void decode_pieces(const std::vector<Piece>& pieces, LegacySource source, std::string& utf8, Found& found) {
  std::vector<Block> blocks;
  blocks.reserve(pieces.size());
  for (const Piece& piece : pieces) blocks.push_back({piece.shown, piece.look});
  const std::vector<LegacyEncoding> verdicts = find_verdicts(blocks, source);
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    utf8 += pieces[b].before;
    const bool decoded = verdicts[b] != LegacyEncoding::kNone;
    std::u32string text = decoded ? read_block(verdicts[b], blocks[b].shown).text : pieces[b].shown;
    const std::size_t foreign = pieces[b].utf8 ? 0 : count_foreign(pieces[b].shown);
    found.foreign += foreign;
    if (decoded) found.explained += foreign;
    // Bytes that are the same letter in Latin-1 were decoded too.
    if (text != pieces[b].shown || foreign > 0) found.encodings[static_cast<std::size_t>(verdicts[b])] = true;
    if (source == LegacySource::kBytes)
      for (char32_t& c : text)
        if (c >= 0x80 && c < 0xA0) c = windows_1252(static_cast<unsigned char>(c));
    utf8 += encode_utf8(text);
  }
}

LegacyText decode_text(std::string_view text, LegacySource source) {
  LegacyText result;
  Found found;
  while (!text.empty()) {
    std::string tail;
    const std::vector<Piece> pieces = cut(text, source, tail);
    decode_pieces(pieces, source, result.text, found);
    result.text += tail;
  }
  // A line of French may look like Vietnamese by chance; a file is Vietnamese by most of its letters.
  if (found.explained * 2 < found.foreign) return {};
  for (std::size_t e = 1; e < found.encodings.size(); ++e)
    if (found.encodings[e]) result.encodings.push_back(static_cast<LegacyEncoding>(e));
  return result;
}

}  // namespace

LegacyText decode_legacy_bytes(std::string_view bytes) {
  LegacyText result = decode_text(bytes, LegacySource::kBytes);
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
    LegacyText next = decode_text(result.text, LegacySource::kUnicode);
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
