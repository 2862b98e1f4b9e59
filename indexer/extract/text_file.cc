#include <algorithm>
#include <string>

#include "analyzers/legacy/legacy_text.h"
#include "indexer/extract/formats.h"
#include "indexer/extract/legacy.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

enum class ByteOrder { little, big };

/// UTF-16 without a mark shows by its NULs: blanks, digits and bare letters have a zero byte on one and the
/// same side, and Vietnamese text is half of such. Real text has no other NULs.
bool looks_like_utf16(std::string_view bytes, ByteOrder order) {
  const std::string_view head = bytes.substr(0, 4096);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
  const std::size_t wanted = order == ByteOrder::little ? 1 : 0;
  return bytes.size() % 2 == 0 && zeros[1 - wanted] == 0 && zeros[wanted] * 10 >= head.size();
}

std::string from_utf16(std::string_view bytes, ByteOrder order, std::size_t offset) {
  if (bytes.size() % 2 != 0) {
    throw ExtractError("bad_encoding",
                       "UTF-16 with half a character at byte " + std::to_string(offset + bytes.size() - 1));
  }
  std::u16string units(bytes.size() / 2, u'\0');
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto first = static_cast<unsigned char>(bytes[2 * i]);
    const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
    units[i] = static_cast<char16_t>(order == ByteOrder::little ? first | second << 8 : first << 8 | second);
  }
  std::string utf8;
  if (const auto bad = append_utf16(utf8, units)) {
    throw ExtractError("bad_encoding",
                       "UTF-16 surrogate without its partner at byte " + std::to_string(offset + 2 * *bad));
  }
  return utf8;
}

bool has_nul(std::string_view bytes) { return bytes.find('\0') != std::string_view::npos; }

}  // namespace

std::string text_of_bytes(std::string_view bytes, std::vector<Warning>& warnings) {
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), ByteOrder::little, 2);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), ByteOrder::big, 2);
  if (looks_like_utf16(bytes, ByteOrder::little)) return from_utf16(bytes, ByteOrder::little, 0);
  if (looks_like_utf16(bytes, ByteOrder::big)) return from_utf16(bytes, ByteOrder::big, 0);
  const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (const auto bad = first_bad_utf8(bytes.substr(mark))) {
    const LegacyText legacy = has_nul(bytes) ? LegacyText{} : decode_legacy_bytes(bytes);
    if (legacy.encodings.empty()) {
      throw ExtractError("bad_encoding",
                         "neither UTF-8 nor UTF-16 nor a legacy encoding of Vietnamese: byte " +
                             std::to_string(mark + *bad));
    }
    warnings.push_back(decoded_from(legacy.encodings));
    return legacy.text;
  }
  return std::string(bytes.substr(mark));
}

ExtractedText extract_text(std::string_view bytes, const ExtractLimits& limits) {
  ExtractedText result;
  const std::string text = text_of_bytes(bytes, result.warnings);
  if (text.size() > limits.output_bytes) {
    throw ExtractError("too_large", "more than " + std::to_string(limits.output_bytes) + " bytes of text");
  }
  if (const auto nul = text.find('\0'); nul != std::string::npos) {
    throw ExtractError("bad_encoding", "not a text: NUL at character byte " + std::to_string(nul));
  }
  std::string page;
  const auto end_page = [&] {
    if (!page.empty() && page.back() != '\n') page += '\n';
    if (count_letters(page) > 0) result.pages.push_back(page);
    page.clear();
    if (result.pages.size() > limits.pages) {
      throw ExtractError("too_large", "more than " + std::to_string(limits.pages) + " pages");
    }
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\f') {
      end_page();
    } else if (c == '\r' || c == '\v') {  // CRLF, old Macintosh, Word's line break
      if (c == '\v' || i + 1 == text.size() || text[i + 1] != '\n') page += '\n';
    } else {
      page += c < ' ' && c != '\t' && c != '\n' ? ' ' : static_cast<char>(c);
    }
  }
  end_page();
  if (result.pages.empty()) throw ExtractError("empty", "no letter in the file");
  return result;
}

}  // namespace vankien
