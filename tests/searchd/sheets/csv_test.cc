// 1. Separators, quotes and line breaks in a text are quoted as RFC 4180 has it.
// 2. No text is a formula; a number is written as it is.

#include "searchd/sheets/csv.h"

#include <gtest/gtest.h>

namespace vankien::sheets {
namespace {

TEST(Csv, Rows) {
  EXPECT_EQ(csv_row({std::string("05-NQ/TU"), std::uint64_t{7}, std::string()}, ','), "05-NQ/TU,7,\r\n");
  EXPECT_EQ(csv_row({std::string("a,b;c"), std::string("\"x\"")}, ','), "\"a,b;c\",\"\"\"x\"\"\"\r\n");
  EXPECT_EQ(csv_row({std::string("a,b"), std::string("c;d")}, ';'), "a,b;\"c;d\"\r\n");
  EXPECT_EQ(csv_row({std::string("a\nb")}, ','), "\"a\nb\"\r\n");
}

TEST(Csv, NoFormulas) {
  for (const std::string text : {"=1+1", "+1", "-1", "@sum", "\tx"})
    EXPECT_EQ(csv_row({text}, ','), "'" + text + "\r\n");
  EXPECT_EQ(csv_row({std::string("=\"a\"")}, ','), "\"'=\"\"a\"\"\"\r\n");
  EXPECT_EQ(csv_row({std::string("1-2")}, ','), "1-2\r\n");
}

}  // namespace
}  // namespace vankien::sheets
