// 1. Text that needs no mending folds to the letters and offsets that the filters one by one give.
// 2. Text that needs any is refused: other shapes of a letter, look-alikes, bytes that are no UTF-8.
// 3. It is told whether all letters are capitals.

#include "analyzers/settled_text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

MappedText filter(std::string_view text) {
  MappedText out = read_letters(text);
  place_tone_marks(out);
  fold_case(out);
  return out;
}

void expect_filtered(std::string_view text) {
  const auto settled = fold_settled(text);
  ASSERT_TRUE(settled) << text;
  const MappedText wanted = filter(text);
  EXPECT_EQ(settled->folded.chars, wanted.chars) << text;
  EXPECT_EQ(settled->folded.offsets, wanted.offsets) << text;
}

TEST(SettledText, IsFoldedAsTheFiltersDo) {
  for (const char* text : {"", "ĐẢNG UỶ", "hoà bình, thuỷ lợi", "cuả gía đựơc", "“Điều 5” – của Đảng…",
                           "Ngoài khuỷu tay", "quý giá gì", "nghiêngnghiêngnghiêngà", "café naïve ßſİ"})
    expect_filtered(text);
}

TEST(SettledText, IsWhateverNeedsNoMending) {
  EXPECT_TRUE(rc::check("every row of letters", [] {
    std::string text;
    const auto letters = *rc::gen::container<std::vector<char32_t>>(
        rc::gen::oneOf(rc::gen::inRange<char32_t>(0, 0x300), rc::gen::inRange<char32_t>(0x1E00, 0x1F00),
                       rc::gen::inRange<char32_t>(0x2000, 0x2048),
                       rc::gen::element<char32_t>(U'u', U'y', U'ỷ', U'o', U'à', U'q', U'g')));
    for (const char32_t c : letters) append_utf8(text, c);
    const auto settled = fold_settled(text);
    if (!settled) return;
    const MappedText wanted = filter(text);
    RC_ASSERT(settled->folded.chars == wanted.chars);
    RC_ASSERT(settled->folded.offsets == wanted.offsets);
  }));
  EXPECT_TRUE(rc::check("any bytes", [](const std::string& text) {
    const auto settled = fold_settled(text);
    if (settled) RC_ASSERT(settled->folded.chars == filter(text).chars);
  }));
}

TEST(SettledText, IsNoneThatNeedsMending) {
  for (const char* text : {"tie\u0302\u0301ng", "\u00D0ảng", "\u0189ảng", "\u01A2u", "\uFF10\uFF15", "\xFF",
                           "kh\xC3", "\xE1\xBA"})
    EXPECT_FALSE(fold_settled(text)) << text;
}

TEST(SettledText, TellsCapitals) {
  EXPECT_TRUE(fold_settled("TỈNH ỦY 05-NQ/TU")->capitals);
  EXPECT_FALSE(fold_settled("TỈNH ỦY Đông")->capitals);
  EXPECT_FALSE(fold_settled("05/2020")->capitals);
}

}  // namespace
}  // namespace vankien
