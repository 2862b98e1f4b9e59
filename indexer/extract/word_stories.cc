#include "indexer/extract/word_stories.h"

#include <array>
#include <cstdint>
#include <vector>

#include "analyzers/legacy/tables.h"
#include "indexer/extract/ole_container.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

/// The tables say what cannot be: a writer that is not Word, or damage. LibreOffice may still know what to do.
struct Unreadable {};

[[noreturn]] void refuse(const char* what) {
  throw ExtractError("damaged", std::string("Word document: ") + what);
}

/// Little-endian numbers at a place of a stream.
std::uint32_t number_at(std::string_view stream, std::size_t at, std::size_t bytes) {
  if (at > stream.size() || stream.size() - at < bytes) throw Unreadable();
  std::uint32_t number = 0;
  for (std::size_t i = bytes; i-- > 0;) number = number << 8 | static_cast<unsigned char>(stream[at + i]);
  return number;
}

// Places in the file information block ([MS-DOC] 2.5).
constexpr std::size_t kVersion = 0x02;
constexpr std::size_t kFlags = 0x0A;
constexpr std::size_t kLengths = 0x4C;  // of the eight stories, in characters, in their order
constexpr std::size_t kClx = 0x1A2;
constexpr unsigned kFlagEncrypted = 0x0100;
constexpr unsigned kFlagTable1 = 0x0200;
constexpr unsigned kWord97 = 0xC1;
constexpr std::size_t kShortest = 0x20;  // of Word 6's block

/// The stories follow each other: body, footnotes, headers, macros, comments, endnotes, boxes, boxes in headers.
constexpr std::array<bool, 8> kIsFurniture = {false, false, true, true, true, false, false, true};

constexpr char16_t kOptionalHyphen = 0x1F;
constexpr char16_t kSoftHyphen = 0xAD;

struct Piece {
  std::uint32_t begin, end;  // characters
  std::size_t at;            // bytes in the stream WordDocument
  bool wide;                 // UTF-16; otherwise windows-1252, which fonts may show as they like
};

std::vector<Piece> pieces_of(std::string_view file, std::string_view table) {
  std::size_t at = number_at(file, kClx, 4);
  const std::size_t end = at + number_at(file, kClx + 4, 4);
  if (end > table.size() || end < at) throw Unreadable();
  while (at < end && table[at] == 1)
    at += 3 + number_at(table, at + 1, 2);  // properties of pieces come first
  if (at >= end || table[at] != 2) throw Unreadable();
  const std::size_t size = number_at(table, at + 1, 4);
  at += 5;
  if (size > end - at || size < 4) throw Unreadable();
  const std::size_t count = (size - 4) / 12;
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t place = number_at(table, at + 4 * (count + 1) + 8 * i + 2, 4);
    const bool wide = (place & 0x40000000u) == 0;
    const std::uint32_t offset = place & 0x3FFFFFFFu;
    pieces.push_back({number_at(table, at + 4 * i, 4), number_at(table, at + 4 * i + 4, 4),
                      wide ? offset : offset / 2, wide});
  }
  return pieces;
}

/// All characters of all stories, in their order.
std::u16string characters_of(std::string_view file, const std::vector<Piece>& pieces,
                             const ExtractLimits& limits) {
  std::u16string characters;
  for (const Piece& piece : pieces) {
    if (piece.end < piece.begin || piece.begin != characters.size()) throw Unreadable();
    const std::size_t length = piece.end - piece.begin;
    const std::size_t width = piece.wide ? 2 : 1;
    if (piece.at > file.size() || length > (file.size() - piece.at) / width) throw Unreadable();
    if (characters.size() + length > limits.output_bytes) {
      throw ExtractError("too_large", "more than " + std::to_string(limits.output_bytes) + " bytes of text");
    }
    for (std::size_t i = 0; i < length; ++i) {
      const auto low = static_cast<unsigned char>(file[piece.at + i * width]);
      characters +=
          piece.wide
              ? static_cast<char16_t>(low | static_cast<unsigned char>(file[piece.at + 2 * i + 1]) << 8)
              : static_cast<char16_t>(windows_1252(low));
    }
  }
  return characters;
}

/// One story as lines of UTF-8.
std::string lines_of(std::u16string_view story, bool hyphens_as_letters) {
  std::u16string shown;
  std::vector<bool> fields;  // for each open field: is its result reached?
  for (const char16_t c : story) {
    if (c == 0x13) {
      fields.push_back(false);
    } else if (c == 0x14) {
      if (!fields.empty()) fields.back() = true;
    } else if (c == 0x15) {
      if (!fields.empty()) fields.pop_back();
    } else if (!fields.empty() && !fields.back()) {
      continue;  // the code of a field: PAGE, HYPERLINK …
    } else if (c == 0x07 || (c >= 0x0B && c <= 0x0E) || c == '\n') {
      shown += u'\n';  // cell or row, line, page, paragraph, column
    } else if (c == 0x1E) {
      shown += u'-';  // one that does not break: 15-NQ/TW is often typed with it
    } else if (c == kOptionalHyphen) {
      if (hyphens_as_letters) shown += kSoftHyphen;
    } else if (c == '\t' || c >= 0x20) {
      shown += c;
    }
  }
  std::string utf8;
  append_utf16(utf8, shown);
  return utf8;
}

WordStories stories_of(std::string_view file, std::string_view table, const ExtractLimits& limits) {
  const std::u16string characters = characters_of(file, pieces_of(file, table), limits);
  WordStories stories;
  stories.hyphens_as_letters = characters.find(kOptionalHyphen) != std::u16string::npos &&
                               characters.find(kSoftHyphen) == std::u16string::npos;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kIsFurniture.size(); ++i) {
    const std::size_t length = number_at(file, kLengths + 4 * i, 4);
    if (length > characters.size() - at) throw Unreadable();
    std::string lines =
        lines_of(std::u16string_view(characters).substr(at, length), stories.hyphens_as_letters);
    if (!lines.empty()) (kIsFurniture[i] ? stories.furniture : stories.text) += lines + '\n';
    at += length;
  }
  return stories;
}

}  // namespace

std::optional<WordStories> read_word_stories(std::string_view bytes, const ExtractLimits& limits) {
  const auto file = ole_stream(bytes, "WordDocument", limits);
  if (!file) refuse("no text stream");
  if (file->size() < kShortest) refuse("its head is cut short");
  const std::uint32_t flags = number_at(*file, kFlags, 2);
  if ((flags & kFlagEncrypted) != 0) throw ExtractError("encrypted", "Word document under a password");
  if (number_at(*file, kVersion, 2) < kWord97) return std::nullopt;
  const auto table = ole_stream(bytes, (flags & kFlagTable1) != 0 ? "1Table" : "0Table", limits);
  if (!table) refuse("no table stream");
  try {
    return stories_of(*file, *table, limits);
  } catch (const Unreadable&) {
    return std::nullopt;
  }
}

}  // namespace vankien
