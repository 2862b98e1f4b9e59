// 1. Lines with a word too few are told, in their order and whole; all others are not.
// 2. What a reader adds, where it breaks lines, signs and soft hyphens make no difference.
#include "indexer/extract/word_lines.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

TEST(WordLines, WhatAReaderLost) {
  struct Case {
    const char* all;
    const char* read;
    const char* lost;
  };
  const Case cases[] = {
      {"", "", ""},
      {"Điều 1\nPhạm vi\n", "Điều 1\nPhạm vi\n", ""},
      {"Điều 1\nPhạm vi\n", "1. Điều 1\n", "Phạm vi\n"},
      {"Phạm vi\nĐiều 1", "vi Điều\tPhạm 1", ""},
      {"rơm\nrơm\nrơm", "rơm rơm", "rơm\n"},  // each word as often as it stands there
      {"a – b…\n\uF0B7 c", "a-b\nc", ""},
      {"n\u00ADíc", "níc", ""},
      {"ng­êi ®­îc", "ng­êi", "ng­êi ®­îc\n"},
      {"một hai", "", "một hai\n"},
  };
  for (const Case& one : cases) EXPECT_EQ(lines_lost(one.all, one.read), one.lost) << one.all;
}

}  // namespace
}  // namespace vankien
