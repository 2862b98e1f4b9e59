// 1. Every shape of the same text (NFC, NFD, tone apart, marks in any order, look-alikes) folds to the same
// letters.
// 2. The tone stands at one place, in the older style, in every syllable; slips are repaired; other words are
// untouched.
// 3. Each folded letter still knows its bytes: spans tile the original and never split a letter from its
// marks.
// 4. Folding what is folded changes nothing.

#include "analyzers/char_filters.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace vankien {
namespace {

std::string fold(std::string_view text) { return encode_utf8(fold_text(text).chars); }

struct Row {
  std::string given;
  std::string folded;
};

class Folding : public testing::TestWithParam<Row> {};

TEST_P(Folding, GivesOneForm) { EXPECT_EQ(fold(GetParam().given), GetParam().folded); }

INSTANTIATE_TEST_SUITE_P(
    Shapes, Folding,
    testing::Values(Row{"Hoà bình", "hòa bình"},                        // newer style
                    Row{"HO\u0041\u0300 B\u0049\u0300NH", "hòa bình"},  // NFD capitals
                    Row{"tie\u0302\u0301ng", "tiếng"},                  // NFD
                    Row{"tie\u0301\u0302ng", "tiếng"},                  // tone typed before the circumflex
                    Row{"ti\u00EA\u0301ng", "tiếng"},                   // tone apart
                    Row{"\u00D0ảng u\u1EF7", "đảng ủy"},                // Eth for Đ
                    Row{"\u0189ảng", "đảng"},                           // African D
                    Row{"\u01A2u \u01A3u", "ưu ưu"},                    // OI for Ư, a damage of PDFs
                    Row{"\xFF\xFE kh\xC3", "\uFFFD\uFFFD kh\uFFFD"}));  // bytes that are no UTF-8

INSTANTIATE_TEST_SUITE_P(
    Tones, Folding,
    testing::Values(Row{"khoá", "khóa"}, Row{"thuỷ", "thủy"}, Row{"khoẻ", "khỏe"}, Row{"luỹ", "lũy"},
                    Row{"quý", "quý"}, Row{"quả", "quả"}, Row{"quế", "quế"},    // qu: the glide is no vowel
                    Row{"giá", "giá"}, Row{"gì", "gì"}, Row{"giếng", "giếng"},  // gi
                    Row{"hoàn", "hoàn"}, Row{"huỳnh", "huỳnh"},
                    Row{"toán", "toán"},  // a final consonant follows
                    Row{"ngoài", "ngoài"}, Row{"khuỷu", "khuỷu"}, Row{"tuổi", "tuổi"},  // three vowels
                    Row{"cuả", "của"}, Row{"gía", "giá"}, Row{"đựơc", "được"}, Row{"qủa", "quả"},  // slips
                    Row{"thuở", "thuở"}, Row{"người", "người"}, Row{"quyết", "quyết"}, Row{"café", "café"},
                    Row{"naïve", "naïve"}, Row{"resumé", "resumé"}));  // no syllables

TEST(MappedText, SpansTileTheOriginal) {
  EXPECT_TRUE(rc::check("offsets grow from 0 to the size, for any bytes", [](const std::string& bytes) {
    const MappedText text = fold_text(bytes);
    RC_ASSERT(text.offsets.size() == text.chars.size() + 1);
    RC_ASSERT(text.offsets.front() == 0u);
    RC_ASSERT(text.offsets.back() == bytes.size());
    RC_ASSERT(std::is_sorted(text.offsets.begin(), text.offsets.end()));
  }));
}

TEST(MappedText, KeepsALetterWithItsMarks) {
  const std::string bytes = "xe\u0302\u0301p";  // x, e with two marks, p
  const MappedText text = fold_text(bytes);
  ASSERT_EQ(encode_utf8(text.chars), "xếp");
  EXPECT_EQ(text.begin_of(1), 1u);
  EXPECT_EQ(text.end_of(1), 6u);
}

TEST(Folding, IsIdempotent) {
  static const std::vector<std::string> pieces = {
      "o",      "a",      "u", "y",      "q", "g", "i", "\u0300", "\u0301", "\u0302",
      "\u0323", "\u031B", "Đ", "\u00D0", "ế", "Ữ", " ", "\n",     "1",      "\u0E33"};
  EXPECT_TRUE(rc::check("folding what is folded changes nothing", [] {
    std::string text;
    for (const auto i :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
      text += pieces[i];
    const std::string once = fold(text);
    RC_ASSERT(fold(once) == once);
  }));
}

}  // namespace
}  // namespace vankien
