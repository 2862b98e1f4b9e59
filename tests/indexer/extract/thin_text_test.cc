// 1. A running header does not make a picture a text, however its page number moves.
// 2. What repeats in the middle of pages is text: forms look alike.
#include "indexer/extract/thin_text.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

TEST(ThinText, RunningHeadersAndSignatureStampsDoNotCount) {
  EXPECT_EQ(
      own_letters({"8   CÔNG BÁO/Số 639 + 640/Ngày 18-6-2021\n", "CÔNG BÁO/Số 639 + 640/Ngày 18-6-2021   9\n",
                   "10   CÔNG BÁO/Số 639 + 640/Ngày 18-6-2021\nBỘ QUỐC PHÒNG\n"}),
      (std::vector<std::size_t>{0, 0, 11}));
  EXPECT_EQ(own_letters({"Ký bởi: CỔNG THÔNG TIN\nCơ quan: VĂN PHÒNG\nNgày ký: 2026-05-29\n"}),
            (std::vector<std::size_t>{0}));
  EXPECT_EQ(own_letters({"Signature Not Verified\nĐược ký bởi VĂN PHÒNG\nDigitally signed by A\n"}),
            (std::vector<std::size_t>{0}));
}

TEST(ThinText, RepeatedLinesInTheMiddleCount) {
  const std::string form = "a\nb\nc\nHọ và tên\nd\ne\nf\n";
  EXPECT_EQ(own_letters({form, form}), (std::vector<std::size_t>{7, 7}));
}

}  // namespace
}  // namespace vankien
