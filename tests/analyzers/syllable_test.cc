// 1. Syllables are taken apart as grammars do; what breaks a spelling rule is none.
// 2. Every toned syllable has one place for its tone, which parsing and placing agree on.

#include "analyzers/syllable.h"

#include <gtest/gtest.h>

#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

Syllable parse(std::u32string_view word) {
  Syllable syllable;
  EXPECT_TRUE(parse_syllable(word, syllable)) << encode_utf8(word);
  return syllable;
}

TEST(Syllable, IsTakenApart) {
  EXPECT_EQ(parse(U"nghiệp").onset(), U"ngh");
  EXPECT_EQ(parse(U"nghiệp").rime(), U"iêp");
  EXPECT_EQ(parse(U"nghiệp").tone, Tone::kDot);
  EXPECT_EQ(parse(U"quyết").rime(), U"yêt");
  EXPECT_EQ(parse(U"gì").onset(), U"g");
  EXPECT_EQ(parse(U"GIẾNG").onset(), U"gi");
  EXPECT_EQ(parse(U"ở").onset(), U"");
}

TEST(Syllable, RefusesWhatIsNone) {
  Syllable syllable;
  for (const std::u32string_view word : {U"ka", U"ge", U"ngi", U"cê", U"xyz", U"ubnd", U"quy\u0301et",
                                         U"mat\u0300", U"tìch", U"cáp\u0323", U"đảngủy", U"", U"bcd"})
    EXPECT_FALSE(parse_syllable(word, syllable)) << encode_utf8(word);
}

TEST(Syllable, StopsTakeTwoTonesOnly) {
  Syllable syllable;
  EXPECT_TRUE(parse_syllable(U"tích", syllable));
  EXPECT_TRUE(parse_syllable(U"tịch", syllable));
  EXPECT_FALSE(parse_syllable(U"tich", syllable));
  EXPECT_FALSE(parse_syllable(U"tỉch", syllable));
}

}  // namespace
}  // namespace vankien
