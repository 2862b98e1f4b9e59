// 1. A letter is known by its head, whatever the file is called; a paper, a table, code and a draft of a letter are none.
// 2. A saved web page is told from a letter.
#include "indexer/extract/letter_mark.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

TEST(LetterMark, TellsLettersByTheirHead) {
  struct Case {
    std::string_view bytes;
    bool is_letter;
  };
  const Case cases[] = {
      {"From: Lan <lan@x.vn>\nDate: Mon, 4 May 2026 08:00:00 +0700\n\nKính gửi", true},
      {"Return-Path: <a@x>\r\nReceived: from a\r\n\tby b; Mon\r\nFrom: a@x\r\n\r\n", true},
      {"MIME-Version: 1.0\nfrom: a@x\nSubject: ", true},  // cut off
      {"From: Lan\nTo: Hoa\n\nKính gửi", false},          // a memorandum's own head
      {"Date: 4 May\nTo: Hoa\n\nKính gửi", false},
      {"TỈNH ỦY ĐÔNG GIANG\nSố: 05-TB/TU\n", false},
      {"Số: 05-TB/TU\nFrom: a\nDate: b\n", false},
      {"From: a\nDate: b\nKính gửi\n", false},
      {"\nFrom: a\nDate: b\n", false},
      {" From: a\nDate: b\n", false},
      {"id,title\n1,x\n", false},
      {"", false},
  };
  for (const Case& one : cases) EXPECT_EQ(is_letter_head(one.bytes), one.is_letter) << one.bytes;
}

TEST(LetterMark, TellsSavedPages) {
  EXPECT_TRUE(is_saved_page_head("From: <Saved by Blink>\nDate: x\n\n"));
  EXPECT_TRUE(is_saved_page_head("From: a\nSnapshot-Content-Location: https://x\n\n"));
  EXPECT_FALSE(is_saved_page_head("From: Lan <lan@x.vn>\nDate: x\n\n<Saved by Blink>"));
}

}  // namespace
}  // namespace vankien
