// 1. All 134 letters of Vietnamese come back from each encoding that has them (TCVN3 lacks the toned capitals).
// 2. TCVN3, VISCII and windows-1258 mean what the system's own converter says.
// 3. Bytes are found again in whatever a program shows for them.
#include <gtest/gtest.h>
#include <iconv.h>

#include "analyzers/legacy/decoders.h"
#include "tests/support/legacy_writer.h"

namespace vankien {
namespace {

std::u32string alphabet() {
  std::u32string letters = U"đĐ";
  for (const char32_t base : std::u32string_view(U"aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"))
    for (int tone = 0; tone < 6; ++tone) letters += with_tone(base, static_cast<Tone>(tone));
  return letters;
}

bool is_capital(char32_t c) { return fold_letter(c) != c; }

std::u32string decode_written(LegacyEncoding encoding, const std::string& bytes) {
  std::u32string shown;
  for (const char c : bytes) shown += static_cast<unsigned char>(c);
  return decode_chunk(encoding, shown);
}

TEST(Tables, RoundTripOfEveryLetter) {
  for (const LegacyEncoding encoding : {LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kViscii,
                                        LegacyEncoding::kVps, LegacyEncoding::kWindows1258}) {
    const LegacyWriter writer(encoding);
    std::size_t same = 0;
    for (const char32_t letter : alphabet()) {
      const auto bytes = writer.write(encode_utf8(std::u32string(1, letter)));
      ASSERT_TRUE(bytes) << name_of(encoding) << " " << encode_utf8(std::u32string(1, letter));
      const std::u32string decoded = decode_written(encoding, *bytes);
      ASSERT_EQ(decoded.size(), 1u) << name_of(encoding) << " " << encode_utf8(std::u32string(1, letter));
      EXPECT_EQ(fold_letter(decoded[0]), fold_letter(letter)) << name_of(encoding);
      same += decoded[0] == letter;
    }
    const std::size_t expected = encoding == LegacyEncoding::kTcvn3 ? 146 - 60
                                 : encoding == LegacyEncoding::kVps ? 146 - 14
                                                                    : 146;
    EXPECT_EQ(same, expected) << name_of(encoding);
  }
}

TEST(Tables, ViqrInsideWords) {
  const LegacyWriter writer(LegacyEncoding::kViqr);
  for (const char32_t letter : alphabet()) {
    if (letter < 0x80) continue;
    const std::u32string word = {is_capital(letter) ? U'N' : U'n', letter, is_capital(letter) ? U'N' : U'n'};
    EXPECT_EQ(encode_utf8(decode_viqr(decode_utf8(writer.write(encode_utf8(word)).value()).chars)),
              encode_utf8(word));
  }
}

// Shows one byte as glibc decodes it, or 0.
char32_t glibc_letter(iconv_t converter, unsigned char byte) {
  char in[] = {static_cast<char>(byte), ' '};
  char32_t out[4] = {};
  char* from = in;
  char* to = reinterpret_cast<char*>(out);
  std::size_t from_left = sizeof in;
  std::size_t to_left = sizeof out;
  iconv(converter, nullptr, nullptr, nullptr, nullptr);
  if (iconv(converter, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1)) return 0;
  return out[0];
}

TEST(Tables, AgreeWithTheSystemsConverter) {
  const std::pair<LegacyEncoding, const char*> cases[] = {{LegacyEncoding::kTcvn3, "TCVN5712-1"},
                                                          {LegacyEncoding::kViscii, "VISCII"},
                                                          {LegacyEncoding::kWindows1258, "CP1258"}};
  for (const auto& [encoding, name] : cases) {
    const iconv_t converter = iconv_open("UTF-32LE", name);
    if (converter == reinterpret_cast<iconv_t>(-1)) GTEST_SKIP() << "no converter for " << name;
    std::size_t compared = 0;
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
      const char32_t ours = letter_of_byte(encoding, static_cast<unsigned char>(byte));
      // TCVN 5712 has toned capitals and combining marks at bytes that TCVN3 leaves free.
      if (ours == 0) continue;
      EXPECT_EQ(ours, glibc_letter(converter, static_cast<unsigned char>(byte))) << name << " " << byte;
      ++compared;
    }
    iconv_close(converter);
    EXPECT_GE(compared, 74u) << name;
  }
}

TEST(Tables, BytesHoweverTheyAreShown) {
  const std::pair<char32_t, char32_t> cases[] = {
      {U'®', 0xAE},   {0x201C, 0x93}, {0x2026, 0x85}, {0x2212, 0xAD}, {0x2219, 0xB7},
      {0x03BC, 0xB5}, {0xF0AE, 0xAE}, {U'a', U'a'},   {U'ế', U'ế'},   {0x4E2D, 0x4E2D}};
  for (const auto& [shown, byte] : cases)
    EXPECT_EQ(byte_shown_as(shown), byte) << std::hex << static_cast<unsigned>(shown);
  for (unsigned byte = 0x80; byte < 0x100; ++byte)
    EXPECT_EQ(byte_shown_as(windows_1252(static_cast<unsigned char>(byte))), byte);
}

TEST(Tables, CharsetsOfWebPages) {
  EXPECT_EQ(encoding_of_charset("Windows-1258"), LegacyEncoding::kWindows1258);
  EXPECT_EQ(encoding_of_charset("viscii"), LegacyEncoding::kViscii);
  EXPECT_FALSE(encoding_of_charset("utf-8"));
  EXPECT_FALSE(encoding_of_charset(""));
}

}  // namespace
}  // namespace vankien
