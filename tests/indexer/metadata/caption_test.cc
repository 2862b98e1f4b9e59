// 1. Type, issuer, number, date and title of an act printed without its letterhead, whatever lines it is broken into.
// 2. Only where the text goes on as acts do; an article, a letterhead or a missing part gives nothing.

#include "indexer/metadata/caption.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string caption_of(const std::string& text) {
  const auto caption = read_caption(head_of(text));
  if (!caption) return "-";
  return caption->symbol.canonical() + " | " + caption->type.value + " | " + caption->issuer.value + " | " +
         value_of(caption->date) + " | " + value_of(caption->title);
}

TEST(Caption, Layouts) {
  const std::string all = "77/2004/NĐ-CP | Nghị định | Chính phủ | 2004-02-01 | Về việc mở chợ đầu mối";
  for (const char* text : {
           "Nghị định của Chính phủ số 77/2004/NĐ-CP\nngày 1/2/2004 về việc mở chợ đầu mối.\nChính phủ\nCăn "
           "cứ Luật;\n",
           "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 77/2004/NĐ-CP NGÀY 1 THÁNG 2 NĂM 2004\nVề việc mở chợ\nđầu "
           "mối\n\nCăn cứ "
           "Luật;\n",
           "   nghị định\ncủa Chính phủ Số  77 /2004/NĐ-CP ngày 01 tháng 2 năm 2004\n  về việc mở chợ đầu "
           "mối\n\n   "
           "Chính phủ\n\n   Căn cứ Luật;\n",
       })
    EXPECT_EQ(caption_of(text), all) << text;
  EXPECT_EQ(
      caption_of(
          "Thông tư\nLiên tịch Bộ Y tế - Bộ Thuỷ sản\nSố 5/2001/TTLT-BYT-BTS ngày 3 tháng 4 năm 2001\nVề "
          "cá\n\nCăn cứ Pháp lệnh;\n"),
      "05/2001/TTLT-BYT-BTS | Thông tư liên tịch | Bộ Y tế - Bộ Thủy sản | 2001-04-03 | Về cá");
  EXPECT_EQ(caption_of("Quyết định của Ủy ban nhân dân tỉnh An Phong số 5/2003/QĐ-UB\nvề đê\n\nĐiều 1. Đê\n"),
            "05/2003/QĐ-UB | Quyết định | Ủy ban nhân dân tỉnh An Phong | - | Về đê");
}

TEST(Caption, NothingIsGuessed) {
  for (const char* text : {
           "Nghị định của Chính phủ số 77/2004/NĐ-CP ngày 1/2/2004 về chợ đã được triển khai.\nSáng nay …\n",
           "Nghị định của ông Hai số 77/2004/NĐ-CP\nvề chợ\n\nCăn cứ Luật;\n",
           "Nghị định số 77/2004/NĐ-CP\nvề chợ\n\nCăn cứ Luật;\n",
           "Nghị định của Chính phủ\nvề số lượng chợ\n\nCăn cứ Luật;\n",
           "CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nNghị định của Chính phủ số 77/2004/NĐ-CP\n\nCăn "
           "cứ Luật;\n",
           "Hướng dẫn thi hành Nghị định của Chính phủ số 77/2004/NĐ-CP\n\nCăn cứ Luật;\n",
           "",
       })
    EXPECT_EQ(caption_of(text), "-") << text;
}

}  // namespace
}  // namespace vankien
