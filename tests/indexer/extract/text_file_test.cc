// 1. The same text comes out of every Unicode encoding, marked or not.
// 2. Bytes in a legacy encoding of Vietnamese are decoded, with a warning; other bytes and broken UTF-16 are refused
//    with the place of the first bad byte.
// 3. Line ends become line feeds, form feeds part pages, empty pages vanish.
// 4. A text over the limits is refused, never cut.
#include <gtest/gtest.h>

#include "indexer/extract/formats.h"
#include "tests/indexer/extract/extract_helpers.h"
#include "tests/support/legacy_writer.h"

namespace vankien {
namespace {

using namespace std::string_literals;

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

TEST(TextFile, ReadsEveryUnicodeEncoding) {
  const std::u16string wide = u"TỈNH ỦY ĐÔNG GIANG\nSố 05-NQ/TU, ngày 01 tháng 6 năm 2022\n";
  const std::string expected = "TỈNH ỦY ĐÔNG GIANG\nSố 05-NQ/TU, ngày 01 tháng 6 năm 2022\n";
  const std::pair<const char*, std::string> cases[] = {
      {"utf-8", expected},
      {"utf-8 with mark", "\xEF\xBB\xBF" + expected},
      {"utf-16le with mark", "\xFF\xFE" + utf16(wide, true)},
      {"utf-16be with mark", "\xFE\xFF" + utf16(wide, false)},
      {"utf-16le", utf16(wide, true)},
      {"utf-16be", utf16(wide, false)},
  };
  for (const auto& [name, bytes] : cases) {
    EXPECT_EQ(joined(extract_text(bytes, {})), expected) << name;
  }
}

TEST(TextFile, DecodesLegacyEncodings) {
  const std::string text = "Số 05-NQ/TU\nĐảng bộ tỉnh phát động trồng rừng phòng hộ, giữ nguồn nước\n";
  for (const LegacyEncoding encoding : {LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kViscii,
                                        LegacyEncoding::kVps, LegacyEncoding::kWindows1258}) {
    const ExtractedText decoded = extract_text(write_legacy(encoding, text), {});
    EXPECT_EQ(joined(decoded), text) << name_of(encoding);
    EXPECT_EQ(
        decoded.warnings,
        (std::vector<Warning>{{"decoded_legacy", "", "decoded from " + std::string(name_of(encoding))}}));
  }
}

TEST(TextFile, NamesTheFirstBadByte) {
  const std::pair<std::string, const char*> cases[] = {
      {"Nghi quy\xFFt", "byte 8"},
      {"\xEF\xBB\xBFNghi quy\xFFt", "byte 11"},
      {"\xFF\xFE"
       "a\0\x3D\xD8"
       "b\0"s,
       "byte 4"},
      {"\xFF\xFE"
       "a\0b"s,
       "byte 4"},
  };
  for (const auto& [bytes, place] : cases) {
    try {
      extract_text(bytes, {});
      FAIL() << "taken for text: " << bytes;
    } catch (const ExtractError& error) {
      EXPECT_EQ(error.code(), "bad_encoding");
      EXPECT_NE(std::string(error.what()).find(place), std::string::npos) << error.what();
    }
  }
}

TEST(TextFile, LineEndsAndPages) {
  const std::pair<std::string, std::string> cases[] = {
      {"a\r\nb\rc\nd", "a\nb\nc\nd\n"},
      {"a\vb", "a\nb\n"},
      {"one\ftwo\f\f\n\fthree\f", "one\n¶\ntwo\n¶\nthree\n"},
      {"a\x01"
       "b\tc",
       "a b\tc\n"},
  };
  for (const auto& [bytes, expected] : cases) EXPECT_EQ(joined(extract_text(bytes, {})), expected);
}

TEST(TextFile, RefusesWhatIsNoText) {
  const auto code = [](std::string_view bytes, ExtractLimits limits = {}) {
    return error_code_of([&] { extract_text(bytes, limits); });
  };
  EXPECT_EQ(code(" \r\n\f-- "), "empty");
  EXPECT_EQ(code("\xFF\xFE"), "empty");
  EXPECT_EQ(code("PNG\0\0abc"s), "bad_encoding");
  EXPECT_EQ(code("0123456789", {.output_bytes = 9}), "too_large");
  EXPECT_EQ(code("0123456789", {.output_bytes = 10}), "none");
  EXPECT_EQ(code("a\fb\fc", {.pages = 2}), "too_large");
}

}  // namespace
}  // namespace vankien
