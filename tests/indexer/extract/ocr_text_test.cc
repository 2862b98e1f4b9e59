// 1. Only slips that are certain are mended; everything else stays as it was read.
// 2. Lines without a letter are gaps, one line wide.
// 3. The share of Vietnamese syllables tells a page that was read from one that was not.
#include "indexer/extract/ocr_text.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

TEST(OcrText, MendsWhatIsCertain) {
  struct Case {
    const char* read;
    const char* mended;
  };
  const Case cases[] = {
      {"\u00D0ảng bộ, \u00F0ồng chí", "Đảng bộ, đồng chí\n"},
      {"câp ủy, nhât trí, quyêt định, BAN CHÂP HÀNH", "cấp ủy, nhất trí, quyết định, BAN CHẤP HÀNH\n"},
      {"viêc", "viêc\n"},  // việc, not viếc
      {"thâm quyền, Thâm quyên, CHỈ  BỘ, chỉ bộ họp", "thẩm quyền, Thẩm quyền, CHI  BỘ, chi bộ họp\n"},
      {"chỉ bộ phận, chỉ Bộ Chính trị, thâm, quyền; tính\nủy",
       "chỉ bộ phận, chỉ Bộ Chính trị, thâm, quyền; tính\nủy\n"},
      {"câu hỏi, kiên nghị", "câu hỏi, kiên nghị\n"},  // syllables both ways
      {"cập nhật, một, Internet, top, STT, Mat", "cập nhật, một, Internet, top, STT, Mat\n"},
      {"Số 05-NQ/TU      Giang Thành", "Số 05-NQ/TU      Giang Thành\n"},
      {"trang một\ftrang hai", "trang một trang hai\n"},
  };
  for (const Case& one : cases) EXPECT_EQ(mend_ocr(one.read), one.mended);
}

TEST(OcrText, LinesWithoutALetterAreGaps) {
  EXPECT_EQ(mend_ocr("Điều 1  \n\n—— . -\n  *\n12\n"), "Điều 1\n\n12\n");
  EXPECT_EQ(mend_ocr("~ |\n"), "");
  EXPECT_EQ(mend_ocr(""), "");
}

TEST(OcrText, ShareOfSyllables) {
  const SyllableShare good =
      count_syllables("Căn cứ Nghị quyết số 05-NQ/TU của Ban Thường vụ; UBND tỉnh báo cáo.");
  EXPECT_EQ(good.valid, good.words);
  EXPECT_GE(good.words, 10u);
  EXPECT_FALSE(is_poor(good, 90));
  EXPECT_TRUE(is_poor(good, 80)) << "guessed words exist too";
  EXPECT_TRUE(
      is_poor(count_syllables("sụt ghi ịh lh iiiilliiilll thụ Ịh lIijil iill Jttlli lạ là h ẽaẽ qw"), 95));
  EXPECT_FALSE(is_poor(count_syllables("PHỤ LỤC xq"), 95));  // too few to say
}

}  // namespace
}  // namespace vankien
