// 1. Every byte sequence that is no UTF-8 is found at its first byte; every one that is passes.
// 2. UTF-16 pairs come together; a surrogate alone is reported and replaced.
// 3. The bare form is the same for every way of writing a letter: NFC, NFD, U+00D0, NBSP.
#include "indexer/extract/utf.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

TEST(Utf, FindsTheFirstBadByte) {
  struct Case {
    std::string_view bytes;
    std::optional<std::size_t> bad;
  };
  const Case cases[] = {
      {"Điều 1", std::nullopt},
      {"", std::nullopt},
      {"\xF4\x8F\xBF\xBF", std::nullopt},  // U+10FFFF
      {"a\xF4\x90\x80\x80", 1},            // past it
      {"ab\xC3", 2},                       // cut
      {"\xC0\x80", 0},                     // overlong
      {"\xE0\x80\x80", 0},                 // overlong
      {"a\xED\xA0\x80", 1},                // surrogate
      {"\x80", 0},                         // continuation alone
      {"Nghị quy\xAA"
       "t",
       10},  // windows-1258
  };
  for (const Case& one : cases) EXPECT_EQ(first_bad_utf8(one.bytes), one.bad) << one.bytes;
}

TEST(Utf, PairsSurrogates) {
  std::string out;
  EXPECT_EQ(append_utf16(out, u"Đ\U0001F600"), std::nullopt);
  EXPECT_EQ(out, "Đ\U0001F600");
  out.clear();
  const char16_t lone[] = {u'a', 0xD83D, u'b', 0xDE00};
  EXPECT_EQ(append_utf16(out, {lone, 4}), 1u);
  EXPECT_EQ(out,
            "a\uFFFD"
            "b\uFFFD");
}

TEST(Utf, BareFormOfAnyWriting) {
  const std::pair<const char*, const char*> cases[] = {
      {"Số lượt xem: 363", "so luot xem: 363"},
      {"ĐẢNG ỦY", "dang uy"},
      {"Ðảng uỷ", "dang uy"},                  // U+00D0
      {"DA\u0309NG U\u031B\u0323", "dang u"},  // combining marks
      {"nhi\u1EC7m  v\u1EE5\u00A0x", "nhiem vu x"},
      {"Ỵ ỹ Ữ ễ ƠƯĂ", "y y u e oua"},
      {"“” –", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(bare(text), expected) << text;
}

TEST(Utf, CountsLettersOfAnyScript) {
  EXPECT_EQ(count_letters("Số 05-NQ/TU"), 8u);
  EXPECT_EQ(count_letters(" \n\t-*/.\u00A0"), 0u);
}

}  // namespace
}  // namespace vankien
