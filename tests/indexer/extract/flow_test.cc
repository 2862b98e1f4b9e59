// 1. Cells of a row stand side by side, line by line, so that a letterhead stays readable.
// 2. A cell as long as a page is layout: its text is not torn apart by its neighbours.
// 3. A text box follows the paragraph it is anchored in.
// 4. Unbalanced calls lose no text; what is too much is refused.
#include "indexer/extract/flow.h"

#include <gtest/gtest.h>

#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

void line(Flow& flow, std::string_view text) {
  flow.text(text);
  flow.end_line();
}

std::string all(Flow& flow) {
  ExtractedText text;
  text.pages = flow.take_pages();
  return joined(text);
}

TEST(Flow, LetterheadSideBySide) {
  Flow flow({});
  flow.open_row();
  flow.open_cell();
  for (const char* left : {"TỈNH ỦY ĐÔNG GIANG", "*", "Số 05-NQ/TU", ""}) line(flow, left);
  flow.close_cell();
  flow.open_cell();
  for (const char* right : {"ĐẢNG CỘNG SẢN VIỆT NAM", "", "Giang Thành, ngày 01 tháng 6 năm 2022"})
    line(flow, right);
  flow.close_cell();
  flow.close_row();
  EXPECT_EQ(
      all(flow),
      "TỈNH ỦY ĐÔNG GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 05-NQ/TU\tGiang Thành, ngày 01 tháng 6 năm 2022\n");
}

TEST(Flow, AnEmptyLeftCellKeepsItsPlace) {
  Flow flow({});
  flow.open_row();
  flow.open_cell();
  flow.close_cell();
  flow.open_cell();
  flow.text("BÍ THƯ");
  flow.close_cell();
  flow.close_row();
  EXPECT_EQ(all(flow), "\tBÍ THƯ\n");
}

TEST(Flow, LayoutCellsComeOneAfterAnother) {
  Flow flow({});
  flow.open_row();
  flow.open_cell();
  for (int i = 0; i < 100; ++i) line(flow, "dòng");
  flow.close_cell();
  flow.open_cell();
  line(flow, "bên cạnh");
  flow.close_row();
  EXPECT_TRUE(all(flow).ends_with("dòng\nbên cạnh\n"));
}

TEST(Flow, BoxesAndPages) {
  Flow flow({});
  flow.text("đoạn ");
  flow.open_box();
  line(flow, "MẬT");
  flow.close_box();
  flow.text("một");
  flow.end_line();
  flow.open_row();
  flow.open_cell();
  flow.text("ô");
  flow.new_page();
  flow.text(" hàng");
  flow.close_cell();
  flow.close_row();
  flow.new_page();
  line(flow, "trang hai");
  EXPECT_EQ(all(flow), "đoạn một\nMẬT\nô hàng\n¶\ntrang hai\n");
}

TEST(Flow, WhiteSpace) {
  Flow flow({});
  flow.collapsing_text("  \n Nghị \t quyết\n");
  flow.collapsing_text("  số 5 \u00A0");
  flow.end_block();
  flow.end_line();
  flow.end_line();
  line(flow, "hết");
  EXPECT_EQ(all(flow), "Nghị quyết số 5\n\nhết\n");
}

TEST(Flow, UnbalancedCallsLoseNothing) {
  Flow flow({});
  flow.close_row();
  flow.close_cell();
  flow.close_box();
  flow.open_cell();
  flow.text("a");
  flow.open_row();
  flow.text("b");
  flow.open_cell();
  flow.text("c");
  flow.open_box();
  flow.text("d");
  EXPECT_EQ(all(flow), "a\nc\nd\nb\n");
}

TEST(Flow, Limits) {
  EXPECT_EQ(error_code_of([] { line(*std::make_unique<Flow>(ExtractLimits{.output_bytes = 4}), "12345"); }),
            "too_large");
  EXPECT_EQ(error_code_of([] {
              Flow flow({.pages = 2});
              for (int i = 0; i < 3; ++i) line(flow, "x"), flow.new_page();
            }),
            "too_large");
  EXPECT_EQ(error_code_of([] {
              Flow flow({});
              for (int i = 0; i < 5000; ++i) flow.open_row(), flow.open_cell();
            }),
            "damaged");
}

}  // namespace
}  // namespace vankien
